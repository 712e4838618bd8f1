using PowerIntegration.Domain.Documents;

namespace PowerIntegration.Tables.Rows;

/// <summary>Types of documents and their choice values.</summary>
public static class DocumentTypes
{
    /// <summary>The choice value of a type.</summary>
    public static int ToChoice(DocumentType type) =>
        type switch
        {
            DocumentType.SubcontractorInvoice => DocumentTypeChoice.SubcontractorInvoice,
            DocumentType.OwnerInvoice => DocumentTypeChoice.OwnerInvoice,
            DocumentType.RetainageRelease => DocumentTypeChoice.RetainageRelease,
            DocumentType.Reversal => DocumentTypeChoice.Reversal,
            _ => throw new ArgumentOutOfRangeException(nameof(type), type, "The type of document is not known."),
        };

    /// <summary>The type of a choice value.</summary>
    public static DocumentType FromChoice(int? value) =>
        value switch
        {
            DocumentTypeChoice.SubcontractorInvoice => DocumentType.SubcontractorInvoice,
            DocumentTypeChoice.OwnerInvoice => DocumentType.OwnerInvoice,
            DocumentTypeChoice.RetainageRelease => DocumentType.RetainageRelease,
            DocumentTypeChoice.Reversal => DocumentType.Reversal,
            _ => throw new ArgumentOutOfRangeException(nameof(value), value, "The choice pint_documenttype has no such value."),
        };
}
