using System.ComponentModel.DataAnnotations;
using PowerIntegration.Domain.Attachments;

namespace PowerIntegration.Gateway.Attachments;

/// <summary>Which files of a Procore record are attached to its Oracle invoice.</summary>
public sealed class AttachmentOptions
{
    /// <summary>Name of the configuration section.</summary>
    public const string Section = "Attachments";

    private const long Megabyte = 1024 * 1024;

    /// <summary>Endings of file names that may be attached, separated by commas.</summary>
    /// <value>Default PDF, images, office files without macros, e-mail, text and ZIP.</value>
    [Required(ErrorMessage = "Attachments:Types is missing. Enter the file types that may be attached, separated by commas.")]
    [RegularExpression("^[ ,a-z0-9]+$", ErrorMessage = "Attachments:Types must be lower-case file endings without a period, separated by commas.")]
    public string Types { get; set; } = "pdf,png,jpg,jpeg,gif,tif,tiff,heic,docx,doc,xlsx,xls,pptx,ppt,csv,txt,rtf,msg,eml,zip";

    /// <summary>Most megabytes of one file.</summary>
    /// <value>Default 25.</value>
    [Range(1, 100, ErrorMessage = "Attachments:FileMegabytesMax must be 1 to 100.")]
    public int FileMegabytesMax { get; set; } = 25;

    /// <summary>Most megabytes of all files of one invoice.</summary>
    /// <value>Default 75.</value>
    [Range(1, 1000, ErrorMessage = "Attachments:InvoiceMegabytesMax must be 1 to 1000.")]
    public int InvoiceMegabytesMax { get; set; } = 75;

    /// <summary>Category of the attachments in Oracle.</summary>
    /// <value>Default <c>From Supplier</c>.</value>
    [Required(ErrorMessage = "Attachments:Category is missing. Enter a category of attachments that Oracle Payables has.")]
    public string Category { get; set; } = "From Supplier";

    /// <summary>The same as rules.</summary>
    internal AttachmentLimits Limits =>
        new(
            Types.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries),
            FileMegabytesMax * Megabyte,
            InvoiceMegabytesMax * Megabyte
        );
}
