namespace PowerIntegration.Tables.Rows;

/// <summary>Names of the relationships through which a row is created together with its lines.</summary>
public static class Relationships
{
    /// <summary>A document with its source lines.</summary>
    public const string SourceLinesOfDocument = "pint_document_sourceline_document";

    /// <summary>A document with its files.</summary>
    public const string AttachmentsOfDocument = "pint_document_attachment_document";

    /// <summary>A preparation with its lines.</summary>
    public const string LinesOfPreparation = "pint_preparation_documentline_preparation";
}
