using PowerIntegration.Domain.Drift;

namespace PowerIntegration.Gateway.Anchors;

/// <summary>Keeps the links of the chain, outside Dataverse. Links are added at the end and never changed.</summary>
internal interface IAnchorStore
{
    /// <summary>True where a place for the links is configured.</summary>
    bool IsConfigured { get; }

    /// <summary>All links in their order; whether they are whole is not said.</summary>
    /// <exception cref="AnchorStoreException">The store cannot be read, or holds what is not a link.</exception>
    Task<IReadOnlyList<HashLink>> ReadAsync(CancellationToken cancellationToken);

    /// <summary>Adds a link at the end; it is stored for good when the call returns.</summary>
    /// <exception cref="AnchorStoreException">The link does not continue the last one, or the store cannot be written.</exception>
    Task AppendAsync(HashLink link, CancellationToken cancellationToken);
}
