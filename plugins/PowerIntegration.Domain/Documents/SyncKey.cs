using System.Text;
using PowerIntegration.Domain.Dates;

namespace PowerIntegration.Domain.Documents;

/// <summary>
/// Alternate keys: the identity of an intended effect, stored before the first attempt and the same in every repetition. A key begins with
/// environment, generation, system, record type and id; a document adds its revision, and what belongs to a document extends the document's key.
/// Characters are A-Z, 0-9, the bar and the hyphen; at most <see cref="LengthMax"/> of them.
/// </summary>
public static class SyncKey
{
    /// <summary>Most characters a key may have: the size of the column.</summary>
    public const int LengthMax = 200;

    /// <summary>Environment: its short name.</summary>
    public static string ForEnvironment(string environment) => Join(environment);

    /// <summary>Project, by Procore id.</summary>
    public static string ForProject(KeyScope scope, string projectId) => ForRecord(scope, SourceSystem.Procore, "PROJECT", projectId);

    /// <summary>Commitment, by Procore id.</summary>
    public static string ForCommitment(KeyScope scope, string commitmentId) => ForRecord(scope, SourceSystem.Procore, "COMMITMENT", commitmentId);

    /// <summary>A code of a project's work breakdown structure, by Procore ids.</summary>
    public static string ForWbsCode(KeyScope scope, string projectId, string codeId) =>
        Extend(ForRecord(scope, SourceSystem.Procore, "WBS-CODE", projectId), codeId);

    /// <summary>Any record of a source system.</summary>
    /// <param name="scope">Environment and generation.</param>
    /// <param name="system">The system whose id it is.</param>
    /// <param name="recordType">Such as <c>COMMITMENT</c>; <see cref="DocumentKinds.RecordType"/> for documents.</param>
    /// <param name="id">The system's id.</param>
    public static string ForRecord(KeyScope scope, SourceSystem system, string recordType, string id) =>
        Join(scope.Environment, Number(scope.Generation), Name(system), recordType, id);

    /// <summary>Cursor of the poll of one record type within one scope, such as a project.</summary>
    public static string ForCursor(KeyScope scope, SourceSystem system, string recordType, string place) =>
        Join(scope.Environment, Number(scope.Generation), "CURSOR", Name(system), recordType, place);

    /// <summary>A task of an Oracle project, by Procore's id of the project and Oracle's id of the task.</summary>
    public static string ForOracleTask(KeyScope scope, string projectId, string taskId) =>
        Extend(ForRecord(scope, SourceSystem.Oracle, "TASK", projectId), "ID-" + taskId);

    /// <summary>A transaction control of an Oracle project, by Procore's id of the project and Oracle's id of the control.</summary>
    public static string ForTransactionControl(KeyScope scope, string projectId, string controlId) =>
        Extend(ForRecord(scope, SourceSystem.Oracle, "CONTROL", projectId), "ID-" + controlId);

    /// <summary>A run, by what it does, where, and its number there; keys of one place are in the order of their numbers.</summary>
    /// <param name="scope">Environment and generation.</param>
    /// <param name="kind">Such as <c>COVERAGE</c>.</param>
    /// <param name="place">What it is about, such as a Procore project.</param>
    /// <param name="number">The number of the run, from 1.</param>
    public static string ForRun(KeyScope scope, string kind, string place, int number) =>
        Join(scope.Environment, Number(scope.Generation), "RUN", kind, place, number.ToString("D7", CultureInfo.InvariantCulture));

    /// <summary>True where a key belongs to the environment and the generation.</summary>
    public static bool IsOf(string key, KeyScope scope) =>
        key.StartsWith(Join(scope.Environment, Number(scope.Generation)) + "|", StringComparison.Ordinal);

    /// <summary>What a coverage proof found about a code from a day on: the last part of the code's key tells it within the project.</summary>
    public static string ForCoverageResult(string runKey, string codeKey, CalendarDate from) =>
        Extend(Extend(runKey, codeKey.Substring(codeKey.LastIndexOf('|') + 1)), from.ToString().Replace("-", ""));

    /// <summary>One change of a record noticed in its system.</summary>
    /// <param name="scope">Environment and generation.</param>
    /// <param name="system">The system.</param>
    /// <param name="recordType">Type of the record.</param>
    /// <param name="id">The system's id.</param>
    /// <param name="change">What tells this change from others: at most 40 characters of A-Z, 0-9 and the hyphen.</param>
    public static string ForEvent(KeyScope scope, SourceSystem system, string recordType, string id, string change) =>
        Extend(ForRecord(scope, system, recordType, id), change);

    /// <summary>An instant as a part of a key; UTC, to the second.</summary>
    public static string Instant(DateTime instant) => instant.ToString("yyyyMMdd'T'HHmmss'Z'", CultureInfo.InvariantCulture);

    /// <summary>One revision of a document.</summary>
    public static string ForDocument(KeyScope scope, SourceSystem system, DocumentKind kind, string id, int revision) =>
        Extend(ForRecord(scope, system, DocumentKinds.RecordType(kind), id), Number(revision));

    /// <summary>One source line of a document.</summary>
    public static string ForSourceLine(string documentKey, int lineNumber) => Extend(documentKey, "S" + Number(lineNumber));

    /// <summary>One file of a document, by the source's id of it.</summary>
    public static string ForAttachment(string documentKey, string fileId) => Extend(documentKey, "F" + (fileId ?? "").ToUpperInvariant());

    /// <summary>One preparation of a document.</summary>
    public static string ForPreparation(string documentKey, int sequence) => Extend(documentKey, "P" + Number(sequence));

    /// <summary>One line of a preparation.</summary>
    public static string ForDocumentLine(string preparationKey, int lineNumber) => Extend(preparationKey, "L" + Number(lineNumber));

    /// <summary>One piece of evidence of a document; <paramref name="kind"/> such as <c>PAYLOAD</c>, <paramref name="number"/> from 1.</summary>
    public static string ForEvidence(string documentKey, string kind, int number) =>
        Extend(documentKey, "E-" + (kind ?? "").ToUpperInvariant() + "-" + Number(number));

    /// <summary>One request for approval of a document; <paramref name="number"/> from 1.</summary>
    public static string ForApproval(string documentKey, int number) => Extend(documentKey, "A" + Number(number));

    /// <summary>The link of one posted revision to its Oracle invoice.</summary>
    public static string ForInvoiceLink(string documentKey) => Extend(documentKey, "LINK");

    /// <summary>The link of one posted revision to one of several Oracle invoices.</summary>
    public static string ForInvoiceLink(string documentKey, string oracleInvoiceId) =>
        Extend(documentKey, "LINK-" + (oracleInvoiceId ?? "").ToUpperInvariant());

    /// <summary>A finding: one for each kind and record.</summary>
    /// <param name="scope">Environment and generation.</param>
    /// <param name="kind">Kind of the finding.</param>
    /// <param name="recordId">Row id of what it is about.</param>
    public static string ForFinding(KeyScope scope, string kind, Guid recordId) =>
        Join(
            scope.Environment,
            Number(scope.Generation),
            "FINDING",
            (kind ?? "").ToUpperInvariant(),
            recordId.ToString("D", CultureInfo.InvariantCulture).ToUpperInvariant()
        );

    /// <summary>A release of the product that a controller accepted; one person accepts one at a time.</summary>
    public static string ForAcceptedRelease(DateTime acceptedOn) => Join("RELEASE", Instant(acceptedOn).Replace(":", ""));

    /// <summary>
    /// The lock of a supplier: the same for all its vendor links in one environment. Of the number only a digest stands in it, because a number may
    /// hold any character.
    /// </summary>
    /// <param name="environmentId">Row id of the environment.</param>
    /// <param name="supplierNumber">Oracle's number of the supplier.</param>
    public static string ForSupplierLock(Guid environmentId, string supplierNumber) =>
        Join(
            "SUPPLIER",
            environmentId.ToString("D", CultureInfo.InvariantCulture).ToUpperInvariant(),
            CanonicalText.Sha256(supplierNumber).ToUpperInvariant()
        );

    /// <summary>A release of retainage that is decided here; <paramref name="reference"/> is the caller's name of it within the commitment.</summary>
    public static string ForRelease(string commitmentKey, string reference) =>
        Extend(commitmentKey, "RELEASE-" + (reference ?? "").ToUpperInvariant());

    /// <summary>What stands on one line of a running commitment at its cutover.</summary>
    public static string ForOpeningBalance(string commitmentKey, string lineId) => Extend(Extend(commitmentKey, "OPENING"), lineId);

    /// <summary>A reversal of a posted document; <paramref name="attempt"/> from 1.</summary>
    public static string ForReversal(string documentKey, int attempt) => Extend(documentKey, "V" + Number(attempt));

    /// <summary>The link of a line of a commitment to its purchase order line.</summary>
    public static string ForCommitmentLineLink(KeyScope scope, string commitmentId, string lineId) =>
        Join(scope.Environment, Number(scope.Generation), "LINK", "COMMITMENT-LINE", commitmentId, lineId);

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

    private static string Name(SourceSystem system) => system.ToString().ToUpperInvariant();

    private static string Number(int value) => value.ToString(CultureInfo.InvariantCulture);
}
