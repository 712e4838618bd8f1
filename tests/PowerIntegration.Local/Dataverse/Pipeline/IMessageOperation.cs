namespace PowerIntegration.Local.Dataverse.Pipeline;

/// <summary>What the platform itself does for one message.</summary>
internal interface IMessageOperation
{
    /// <summary>Names the table and the row, before any stage runs.</summary>
    void Resolve(MessageCall call);

    /// <summary>After stage 10: may the caller do it?</summary>
    void CheckSecurity(MessageCall call);

    /// <summary>Stage 30, inside the transaction.</summary>
    void Run(MessageCall call);
}
