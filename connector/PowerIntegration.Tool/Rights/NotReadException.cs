namespace PowerIntegration.Tool.Rights;

/// <summary>Something could not be read, so that nothing can be said about it.</summary>
/// <param name="sentence">What was not read, why, and the next step. It never holds a secret or a body.</param>
internal sealed class NotReadException(string sentence) : Exception(sentence);
