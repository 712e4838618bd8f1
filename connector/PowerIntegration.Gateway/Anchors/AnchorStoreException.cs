namespace PowerIntegration.Gateway.Anchors;

/// <summary>The store of the chain cannot be used. The message is a sentence for people.</summary>
internal sealed class AnchorStoreException : Exception
{
    /// <summary>What it holds is not a whole chain.</summary>
    public AnchorStoreException(string message)
        : base(message) => IsBroken = true;

    /// <summary>The storage does not let itself be read or written at this moment.</summary>
    public AnchorStoreException(string message, Exception inner)
        : base(message, inner) { }

    /// <summary>True where the content is wrong, which no later try mends.</summary>
    public bool IsBroken { get; }
}
