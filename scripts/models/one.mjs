import { createFaceDetector } from '../../dist/detectors/face.js';
import sharp from 'sharp';
const t=performance.now(); const d=await createFaceDetector(); console.log('start', performance.now()-t, d.runtime);
for (const f of process.argv.slice(2)) { const {data,info}=await sharp(f).autoOrient().removeAlpha().toColourspace('srgb').raw().toBuffer({resolveWithObject:true});
 const p={data,width:info.width,height:info.height,fullWidth:info.width,fullHeight:info.height,frame:0};
 const c=process.cpuUsage(); const r=await d.detect(p); const u=process.cpuUsage(c);
 console.log(f.split('/').at(-1),info.width,info.height,((u.user+u.system)/1000).toFixed(0)+' ms', r.filter(x=>x.score>.3).map(x=>[x.score,x.box.x,x.box.y,x.box.width,x.box.height].join(' ')).slice(0,12)); }
