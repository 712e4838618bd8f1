using System.Text;

namespace PowerIntegration.Domain.Documents;

/// <summary>How rows and keys spell a <see cref="DocumentKind"/>.</summary>
public static class DocumentKinds
{
    /// <summary>The value of the choice.</summary>
    public static int ToChoice(DocumentKind kind) => (int)kind;

    /// <summary>The kind of a value of the choice.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The choice has no such value.</exception>
    public static DocumentKind FromChoice(int? value) =>
        value is { } known && Enum.IsDefined(typeof(DocumentKind), known)
            ? (DocumentKind)known
            : throw new ArgumentOutOfRangeException(nameof(value), value, "The choice pint_documenttype has no such value.");

    /// <summary>True where prepared documents of the kind are sent to another system.</summary>
    public static bool IsSent(DocumentKind kind) => kind != DocumentKind.OwnerInvoice;

    /// <summary>True where it is read from Procore whether the records of the kind have a workflow there.</summary>
    public static bool IsWorkflowRead(DocumentKind kind) =>
        kind is not (DocumentKind.OwnerInvoice or DocumentKind.RetainageRelease or DocumentKind.Reversal);

    /// <summary>True where the ownership register must say where documents of the kind are approved; a second person confirms a reversal.</summary>
    public static bool IsApproved(DocumentKind kind) => IsSent(kind) && kind != DocumentKind.Reversal;

    /// <summary>The record type in keys, such as <c>SUBCONTRACTOR-INVOICE</c>.</summary>
    public static string RecordType(DocumentKind kind)
    {
        var name = new StringBuilder();
        foreach (var letter in kind.ToString())
        {
            name.Append(char.IsUpper(letter) && name.Length > 0 ? "-" : "").Append(char.ToUpperInvariant(letter));
        }

        return name.ToString();
    }
}
