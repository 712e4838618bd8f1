namespace PowerIntegration.Gateway.Callers;

/// <summary>A token is genuine, but its claims are not those of a caller of this gateway.</summary>
/// <param name="sentence">What is wrong, and the next step.</param>
internal sealed class CallerRefusedException(string sentence) : Exception(sentence);
