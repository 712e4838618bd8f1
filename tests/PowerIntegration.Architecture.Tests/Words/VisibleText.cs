namespace PowerIntegration.Architecture.Tests.Words;

/// <summary>A text that a person can read.</summary>
/// <param name="Place">File and line, or file and the place inside it.</param>
/// <param name="Text">The text; a value that is filled in reads <c>{}</c>.</param>
internal sealed record VisibleText(string Place, string Text);
