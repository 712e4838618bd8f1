namespace PowerIntegration.Local.Storage;

/// <summary>A store cannot be used as it is. The message names file or folder, what is wrong and what to do; nothing in it was changed.</summary>
/// <param name="message">Sentences.</param>
/// <param name="inner">What was thrown, if anything was.</param>
public sealed class StoreRefusedException(string message, Exception? inner = null) : Exception(message, inner);
