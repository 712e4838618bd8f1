namespace PowerIntegration.Sandbox.Demo;

/// <summary>Where the demo speaks, and how much.</summary>
/// <param name="Writer">Takes the lines.</param>
/// <param name="Width">Columns of a line.</param>
/// <param name="IsVerbose">Every event, every document and every Oracle invoice, and not one line a month alone.</param>
/// <param name="ShowsPayloads">Also the JSON that left for Oracle.</param>
internal sealed record DemoOutput(TextWriter Writer, int Width, bool IsVerbose = false, bool ShowsPayloads = false);
