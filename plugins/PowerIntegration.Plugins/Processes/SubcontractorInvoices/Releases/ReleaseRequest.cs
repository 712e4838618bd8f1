using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Query;
using PowerIntegration.Domain.ContractBilling.Applications;
using PowerIntegration.Domain.Dates;
using PowerIntegration.Domain.Documents;
using PowerIntegration.Domain.Processes.SubcontractorInvoices.Preparation;
using PowerIntegration.Domain.Processes.SubcontractorInvoices.Prepared;
using PowerIntegration.Domain.Processes.SubcontractorInvoices.Source;
using PowerIntegration.Domain.Refusals;
using PowerIntegration.Domain.Texts;
using PowerIntegration.Plugins.Shell;
using PowerIntegration.Tables;
using PowerIntegration.Tables.Rows;

namespace PowerIntegration.Plugins.Processes.SubcontractorInvoices.Releases;

/// <summary>What the caller of <c>pint_PrepareRetainageRelease</c> decides, as the document that carries it.</summary>
internal sealed class ReleaseRequest
{
    private const string DocumentAlias = "document";
    private readonly PluginCall call;
    private readonly string? reference;
    private readonly string? text;
    private readonly CalendarDate? periodEnd;
    private readonly CalendarDate? billingDate;
    private readonly decimal? tax;
    private RetainageRelease? release;

    public ReleaseRequest(PluginCall call)
    {
        this.call = call;
        reference = call.OptionalText("Reference")?.ToUpperInvariant();
        text = call.OptionalText("Release");

        // Days and amounts come as texts: the platform would turn a day into an instant in UTC, which is another day in half of the world.
        var reader = new FieldReader();
        periodEnd = reader.OptionalDate("The period end", call.OptionalText("PeriodEnd"));
        billingDate = reader.OptionalDate("The billing date", call.OptionalText("BillingDate"));
        tax = call.OptionalText("Tax") is { Length: > 0 } stated ? reader.Amount("The tax", stated) : null;
        var problems = Problems().Concat(reader.Problems).ToList();
        Refusal = problems.Count == 0 ? null : new Refusal(SharedReasons.InputUnusable, string.Join(" ", problems) + " Nothing was stored.");
    }

    /// <summary>Why the request cannot be used; null where it can.</summary>
    public Refusal? Refusal { get; }

    /// <summary>The document of the reference: the one that is there, or a new one. Null where the reference names another release.</summary>
    public Guid? FindOrCreate(IOrganizationService service, Guid commitmentId, out Refusal? refusal)
    {
        refusal = null;
        var commitment = Commitment(service, commitmentId);
        var decisions = DecisionsText.Write(call.Person(), new BillingDecisions { Release = release, Tax = tax });
        if (commitment.ExistingId is null)
        {
            return service.Create(Row(commitment.View, commitmentId, decisions));
        }

        if (IsThis(commitment.Existing))
        {
            return commitment.ExistingId;
        }

        refusal = new Refusal(
            SharedReasons.InputUnusable,
            $"Commitment {commitment.View.Text(CommitmentTable.Number)} already has a release {reference} with other content, dates, tax or "
                + "invoice number. Choose another reference."
        );
        return null;
    }

    private bool IsThis(RowView existing) =>
        Decided(existing) is { Release: { } decided } decisions
        && TextOf(decided) == TextOf(release!)
        && (tax is null || tax == decisions.Tax)
        && existing.Date(DocumentTable.PeriodEnd) == periodEnd
        && existing.Date(DocumentTable.BillingDate) == billingDate
        && (existing.Text(DocumentTable.InvoiceNumber) ?? "") == (call.OptionalText("InvoiceNumber") ?? "");

    private static BillingDecisions? Decided(RowView existing) =>
        existing.Text(DocumentTable.Decisions) is { Length: > 0 } stored
            ? JsonText.Read("Decisions", stored, new FieldReader(), DecisionsText.Stored)
            : null;

    private static string TextOf(RetainageRelease release) => ReleaseText.Write(release).ToString();

    private static CommitmentRow Commitment(IOrganizationService service, Guid commitmentId, string key)
    {
        var query = Rows.Of(
            CommitmentTable.LogicalName,
            [
                CommitmentTable.Key,
                CommitmentTable.Number,
                CommitmentTable.EnvironmentId,
                CommitmentTable.ProjectId,
                CommitmentTable.Currency,
                CommitmentTable.LastPostedNumber,
            ]
        );
        query.Criteria.AddCondition(CommitmentTable.Id, ConditionOperator.Equal, commitmentId);
        var link = query.AddLink(DocumentTable.LogicalName, CommitmentTable.Id, DocumentTable.CommitmentId, JoinOperator.LeftOuter);
        link.LinkCriteria.AddCondition(DocumentTable.ProcoreId, ConditionOperator.Equal, key);
        link.LinkCriteria.AddCondition(DocumentTable.DocumentType, ConditionOperator.Equal, DocumentTypeChoice.RetainageRelease);
        link.Join(
            DocumentAlias,
            [DocumentTable.Id, DocumentTable.Decisions, DocumentTable.PeriodEnd, DocumentTable.BillingDate, DocumentTable.InvoiceNumber]
        );
        return new CommitmentRow(Rows.All(service, query)[0]);
    }

    private CommitmentRow Commitment(IOrganizationService service, Guid commitmentId) => Commitment(service, commitmentId, reference!);

    private Entity Row(RowView commitment, Guid commitmentId, string decisions) =>
        new(DocumentTable.LogicalName)
        {
            [DocumentTable.Key] = SyncKey.ForRelease(commitment.RequiredText(CommitmentTable.Key), reference!),
            [DocumentTable.Name] = $"{commitment.RequiredText(CommitmentTable.Number)} retainage release {reference}",
            [DocumentTable.EnvironmentId] = new EntityReference(
                EnvironmentTable.LogicalName,
                commitment.RequiredReference(CommitmentTable.EnvironmentId)
            ),
            [DocumentTable.ProjectId] = new EntityReference(ProjectTable.LogicalName, commitment.RequiredReference(CommitmentTable.ProjectId)),
            [DocumentTable.CommitmentId] = new EntityReference(CommitmentTable.LogicalName, commitmentId),
            [DocumentTable.DocumentType] = new OptionSetValue(DocumentTypeChoice.RetainageRelease),
            [DocumentTable.ProcoreId] = reference,
            [DocumentTable.Revision] = 1,
            [DocumentTable.SourceHash] = SourceHash.OfRelease(reference!, TextOf(release!), tax),
            [DocumentTable.ApplicationNumber] = commitment.WholeNumber(CommitmentTable.LastPostedNumber) ?? 0,
            [DocumentTable.InvoiceNumber] = call.OptionalText("InvoiceNumber"),
            [DocumentTable.PeriodEnd] = periodEnd?.ToDateTime(),
            [DocumentTable.BillingDate] = billingDate?.ToDateTime(),
            [DocumentTable.ProcoreStatus] = "decided",
            [DocumentTable.Currency] = commitment.RequiredText(CommitmentTable.Currency),
            [DocumentTable.Decisions] = decisions,
            [DocumentTable.DocumentState] = new OptionSetValue(DocumentStateChoice.Received),
        };

    private IEnumerable<string> Problems()
    {
        if (
            string.IsNullOrEmpty(reference)
            || reference!.Length > 40
            || reference.Any(letter => letter is not ((>= 'A' and <= 'Z') or (>= '0' and <= '9') or '-'))
        )
        {
            yield return $"The release reference is {(string.IsNullOrEmpty(reference) ? "missing" : Sentence.Quoted(reference))}. "
                + "Enter up to 40 letters, digits and hyphens, such as R1.";
        }

        if (string.IsNullOrEmpty(text))
        {
            yield return "The amount to release is missing. Enter what to release.";
        }
        else
        {
            var reader = new FieldReader();
            release = JsonText.Read("Release", text!, reader, ReleaseText.Read);
            foreach (var problem in reader.Problems)
            {
                yield return problem;
            }
        }

        if (call.OptionalText("InvoiceNumber") is { } number && !InvoiceNumbering.IsUsable(number))
        {
            yield return Sentence.Of(
                $"The invoice number has {number.Length} characters. Enter at most {InvoiceNumbering.LengthMax} without control characters, ",
                $"or leave it empty."
            );
        }

        if (string.IsNullOrEmpty(call.OptionalText("PeriodEnd")) || string.IsNullOrEmpty(call.OptionalText("BillingDate")))
        {
            yield return "The period end or the billing date is missing. Enter both.";
        }
    }

    /// <summary>The contract, and the document that carries the reference already.</summary>
    private sealed class CommitmentRow(Entity row)
    {
        public RowView View { get; } = new(row);

        public RowView Existing { get; } = new(row, DocumentAlias);

        public Guid? ExistingId =>
            row.Attributes.TryGetValue(DocumentAlias + "." + DocumentTable.Id, out var value) && value is AliasedValue { Value: Guid id } ? id : null;
    }
}
