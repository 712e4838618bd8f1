namespace PowerIntegration.Tool.Mapping;

/// <summary>Dataverse did not do what it was asked; the message is a sentence for people.</summary>
internal sealed class StoreFailureException(string sentence, Exception? cause = null) : Exception(sentence, cause);
