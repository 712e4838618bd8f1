namespace PowerIntegration.Local.Dataverse.Changes;

/// <summary>Tells subscribers of committed row changes, as the platform tells its flow triggers.</summary>
public interface IRowChangeFeed
{
    /// <summary>
    /// Subscribes. The handler is called after the commit, in commit order, at least once; it must return quickly and start longer work elsewhere. A
    /// change whose handler threw is delivered again before the next one.
    /// </summary>
    /// <param name="subscription">What to be told of.</param>
    /// <param name="handler">Called with each change.</param>
    /// <returns>Ends the subscription when disposed.</returns>
    IDisposable Subscribe(RowChangeSubscription subscription, Action<RowChange> handler);
}
