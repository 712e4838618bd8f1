using System.Runtime.CompilerServices;

[assembly: InternalsVisibleTo("PowerIntegration.Sandbox.Tests")]
