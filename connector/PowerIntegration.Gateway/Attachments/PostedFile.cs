using PowerIntegration.Domain.Attachments;

namespace PowerIntegration.Gateway.Attachments;

/// <summary>One file of a document.</summary>
/// <param name="Stored">Its row and state.</param>
/// <param name="ProcoreId">Procore's id of it.</param>
/// <param name="Name">Its name.</param>
/// <param name="Size">Bytes that were sent; 0 where none were.</param>
internal sealed record PostedFile(StoredAttachment Stored, string ProcoreId, string Name, long Size)
{
    public Guid Id => Stored.Id;
}
