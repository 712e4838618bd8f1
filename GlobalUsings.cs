// What almost every file needs. Usings of the product itself stay in the files: they show what depends on what.
global using System;
global using System.Collections.Generic;
global using System.Globalization;
global using System.IO;
global using System.Linq;
global using System.Threading;
global using System.Threading.Tasks;
