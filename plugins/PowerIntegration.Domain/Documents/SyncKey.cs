using System.Text;

namespace PowerIntegration.Domain.Documents;

/// <summary>
/// Alternate keys: the identity of an intended effect, stored before the first attempt and the same in every repetition.
/// Characters are A-Z, 0-9, the bar and the hyphen; at most <see cref="LengthMax"/> of them.
/// </summary>
public static class SyncKey
{
    /// <summary>Most characters a key may have: the size of the column.</summary>
    public const int LengthMax = 200;

    /// <summary>Environment: its short name.</summary>
    public static string ForEnvironment(string environment) => Join(environment);

    /// <summary>Project, by Procore id.</summary>
    public static string ForProject(string environment, string projectId) => Join(environment, "PROJECT", projectId);

    /// <summary>Contract, by Procore's id of the commitment.</summary>
    public static string ForContract(string environment, string commitmentId) => Join(environment, "CONTRACT", commitmentId);

    /// <summary>Cursor of the poll of requisitions of one project.</summary>
    public static string ForCursor(string environment, string projectId) => Join(environment, "CURSOR", "REQUISITION", projectId);

    /// <summary>One change of a requisition noticed in Procore; <paramref name="updatedAt"/> is UTC.</summary>
    public static string ForEvent(string environment, string requisitionId, DateTime updatedAt) =>
        Join(environment, "PROCORE", "REQUISITION", requisitionId, updatedAt.ToString("yyyyMMdd'T'HHmmss'Z'", CultureInfo.InvariantCulture));

    /// <summary>One revision of a requisition.</summary>
    public static string ForDocument(string environment, string requisitionId, int revision) =>
        Join(environment, "PROCORE", "REQUISITION", requisitionId, Number(revision));

    /// <summary>One source line of a document.</summary>
    public static string ForSourceLine(string documentKey, int lineNumber) => Extend(documentKey, "S" + Number(lineNumber));

    /// <summary>One preparation of a document.</summary>
    public static string ForPreparation(string documentKey, int sequence) => Extend(documentKey, "P" + Number(sequence));

    /// <summary>One line of a preparation.</summary>
    public static string ForDocumentLine(string preparationKey, int lineNumber) => Extend(preparationKey, "L" + Number(lineNumber));

    /// <summary>One piece of evidence of a document; <paramref name="kind"/> such as <c>PAYLOAD</c>, <paramref name="number"/> from 1.</summary>
    public static string ForEvidence(string documentKey, string kind, int number) =>
        Extend(documentKey, "E-" + (kind ?? "").ToUpperInvariant() + "-" + Number(number));

    /// <summary>The link of one posted revision to its Oracle invoice.</summary>
    public static string ForInvoiceLink(string documentKey) => Extend(documentKey, "LINK");

    /// <summary>The link of one posted revision to one of several Oracle invoices.</summary>
    public static string ForInvoiceLink(string documentKey, string oracleInvoiceId) =>
        Extend(documentKey, "LINK-" + (oracleInvoiceId ?? "").ToUpperInvariant());

    /// <summary>A release of retainage that is decided here; <paramref name="reference"/> is the caller's name of it within the contract.</summary>
    public static string ForRelease(string contractKey, string reference) => Extend(contractKey, "RELEASE-" + (reference ?? "").ToUpperInvariant());

    /// <summary>A reversal of a posted document; <paramref name="attempt"/> from 1.</summary>
    public static string ForReversal(string documentKey, int attempt) => Extend(documentKey, "V" + Number(attempt));

    /// <summary>The link of a line of a commitment to its purchase order line.</summary>
    public static string ForCommitmentLineLink(string environment, string commitmentId, string lineId) =>
        Join(environment, "LINK", "COMMITMENTLINE", commitmentId, lineId);

    /// <summary>True where the text is a key.</summary>
    public static bool IsValid(string? key) => key is { Length: > 0 and <= LengthMax } && FirstForbidden(key, barAllowed: true) is null;

    private static string Join(params string[] parts)
    {
        foreach (var part in parts)
        {
            RequirePart(part, barAllowed: false);
        }

        return RequireLength(string.Join("|", parts));
    }

    private static string Extend(string key, string part)
    {
        RequirePart(key, barAllowed: true);
        RequirePart(part, barAllowed: false);
        return RequireLength(new StringBuilder(key).Append('|').Append(part).ToString());
    }

    // A key is never mended: two records that differ in a forbidden character would become one.
    private static void RequirePart(string? part, bool barAllowed)
    {
        if (part is null || part.Length == 0)
        {
            throw new ArgumentException("A part of a key is empty. Give the record's environment and id.", nameof(part));
        }

        if (FirstForbidden(part, barAllowed) is not null)
        {
            throw new ArgumentException($"'{part}' cannot be part of a key. Use only A-Z, 0-9 and the hyphen.", nameof(part));
        }
    }

    private static string RequireLength(string key) =>
        key.Length <= LengthMax
            ? key
            : throw new ArgumentException(
                $"The key '{key}' has {Number(key.Length)} characters; at most {Number(LengthMax)} fit. Shorten the environment's name.",
                nameof(key)
            );

    private static char? FirstForbidden(string text, bool barAllowed)
    {
        foreach (var character in text)
        {
            var isAllowed = character is (>= 'A' and <= 'Z') or (>= '0' and <= '9') or '-' || (barAllowed && character == '|');
            if (!isAllowed)
            {
                return character;
            }
        }

        return null;
    }

    private static string Number(int value) => value.ToString(CultureInfo.InvariantCulture);
}
