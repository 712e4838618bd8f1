using System.Text.Json.Nodes;
using PowerIntegration.Local.Procore.Billing;
using PowerIntegration.Local.Procore.Records;
using PowerIntegration.Local.Procore.Scripts;
using PowerIntegration.Local.Procore.Wire;
using PowerIntegration.Local.Procore.Workflows;

namespace PowerIntegration.Local.Procore.Actors;

/// <summary>
/// The people who work in Procore: they open periods, submit, decide and revise. The demo and tests act through it; the product never does. The
/// caller says when each step happens and moves the clock there.
/// </summary>
public sealed class ProcoreActors
{
    private static readonly string[] Levels = ["None", "Read Only", "Standard", "Admin"];
    private readonly ProcoreStore store;
    private readonly ChangeHistory history;
    private readonly WorkflowRuns workflows;

    internal ProcoreActors(ProcoreStore store)
    {
        this.store = store;
        history = new ChangeHistory(store);
        workflows = new WorkflowRuns(store);
    }

    /// <summary>Opens a billing period and closes the one that was open: Procore has one open period at a time.</summary>
    /// <param name="periodId">The period.</param>
    /// <param name="at">When.</param>
    public void OpenPeriod(long periodId, DateTimeOffset at)
    {
        lock (store.Gate)
        {
            var project = WireValue.Number(store.Get(RecordKind.BillingPeriods, periodId), "project_id");
            store.Commit([
                .. store
                    .All(RecordKind.BillingPeriods)
                    .Where(period => WireValue.Number(period, "project_id") == project)
                    .Where(period => WireValue.Text(period, "status") != (WireValue.Id(period) == periodId ? "open" : "closed"))
                    .Select(period => new StoredRecord(
                        RecordKind.BillingPeriods,
                        Changed(period, at, copy => copy["status"] = WireValue.Id(period) == periodId ? "open" : "closed")
                    )),
            ]);
        }
    }

    /// <summary>A subcontractor makes an invoice, fills it in and submits it for review.</summary>
    /// <param name="month">The month; its period must be open.</param>
    /// <param name="invoice">The invoice.</param>
    /// <returns>Id of the invoice.</returns>
    /// <exception cref="InvalidOperationException">Procore would not take it; the message says why.</exception>
    public long SubmitInvoice(MonthScript month, InvoiceScript invoice)
    {
        lock (store.Gate)
        {
            var id = CreateDraft(month, invoice);
            SetStatus(id, RequisitionStatus.UnderReview, invoice.SubmittedBy, invoice.SubmittedAt);
            return id;
        }
    }

    /// <summary>A subcontractor makes an invoice and fills it in.</summary>
    /// <param name="month">The month; its period must be open.</param>
    /// <param name="invoice">The invoice.</param>
    /// <returns>Id of the invoice.</returns>
    /// <exception cref="InvalidOperationException">Procore would not take it; the message says why.</exception>
    public long CreateDraft(MonthScript month, InvoiceScript invoice)
    {
        lock (store.Gate)
        {
            var commitment = store.Get(RecordKind.Commitments, invoice.CommitmentId);
            var period = store.Get(RecordKind.BillingPeriods, month.PeriodId);
            DraftRules.Require(store, commitment, period, invoice);
            var draft = new RequisitionDraft(store).Create(commitment, period, invoice, Person(invoice.SubmittedBy));
            List<StoredRecord> changes = [new(RecordKind.Requisitions, draft)];
            if (invoice.LowersRetainageTo is { } percent)
            {
                InvoiceItems.LowerRetainage(store, draft, percent);

                // People change the commitment's default with it, so that later invoices and lines start from the new rate.
                changes.Add(
                    new StoredRecord(
                        RecordKind.Commitments,
                        Changed(commitment, invoice.CreatedAt, copy => copy["retainage_percent"] = WireValue.Percent(percent))
                    )
                );
            }

            InvoiceItems.Apply(store, draft, invoice.Items);
            RequisitionSummary.Write(store, draft);
            store.Commit(changes);
            return WireValue.Id(draft);
        }
    }

    /// <summary>A reviewer approves.</summary>
    /// <param name="requisitionId">The invoice.</param>
    /// <param name="reviewer">Login of the reviewer.</param>
    /// <param name="at">When.</param>
    /// <exception cref="InvalidOperationException">The invoice cannot be approved now; the message says why.</exception>
    public void Approve(long requisitionId, string reviewer, DateTimeOffset at) => SetStatus(requisitionId, RequisitionStatus.Approved, reviewer, at);

    /// <summary>A person moves an invoice to another status.</summary>
    /// <param name="requisitionId">The invoice.</param>
    /// <param name="status">For example <c>revise_and_resubmit</c>.</param>
    /// <param name="login">Who.</param>
    /// <param name="at">When.</param>
    /// <exception cref="InvalidOperationException">No user can take this step; the message says why.</exception>
    public void SetStatus(long requisitionId, string status, string login, DateTimeOffset at)
    {
        lock (store.Gate)
        {
            var person = Person(login);
            var before = store.Get(RecordKind.Requisitions, requisitionId);
            var old = WireValue.Text(before, "status");
            RequisitionStatus.RequireStep(requisitionId, old, status);
            if (workflows.Active(requisitionId) is not null)
            {
                throw new InvalidOperationException($"Invoice {requisitionId} has an active workflow, which gives it its status.");
            }

            store.Commit([.. RequisitionChange.OfStatus(before, status, person, history, at)]);
        }
    }

    /// <summary>A person starts the project's workflow on an invoice; from then on the workflow gives it its status.</summary>
    /// <param name="requisitionId">The invoice.</param>
    /// <param name="at">When.</param>
    /// <exception cref="InvalidOperationException">The project has no workflow, or the invoice has an active one.</exception>
    public void StartWorkflow(long requisitionId, DateTimeOffset at)
    {
        lock (store.Gate)
        {
            workflows.Start(requisitionId, at);
        }
    }

    /// <summary>An assignee answers the current step of an invoice's workflow.</summary>
    /// <param name="requisitionId">The invoice.</param>
    /// <param name="login">Who.</param>
    /// <param name="responseType">For example <c>approve</c>.</param>
    /// <param name="at">When.</param>
    /// <exception cref="InvalidOperationException">There is no active workflow, or the person cannot answer so; the message says why.</exception>
    public void Respond(long requisitionId, string login, string responseType, DateTimeOffset at)
    {
        lock (store.Gate)
        {
            var person = Person(login);
            var run = workflows.Active(requisitionId) ?? throw new InvalidOperationException($"Invoice {requisitionId} has no active workflow.");
            var step = WorkflowRuns.StepOf(run, WorkflowRuns.Current(run)!);
            if (!WorkflowRuns.Assignees(step).Contains(WireValue.Id(person)))
            {
                throw new InvalidOperationException($"{login} is not an assignee of step {WireValue.Text(step, "name")}.");
            }

            var option =
                WorkflowRuns.Options(step).FirstOrDefault(one => WireValue.Text(one, "response_type") == responseType)
                ?? throw new InvalidOperationException($"Step {WireValue.Text(step, "name")} takes no answer of the type {responseType}.");
            workflows.Respond(run, person, option, null, at);
        }
    }

    /// <summary>A person changes lines of the last invoice of a commitment, in any status, as an administrator can.</summary>
    /// <param name="requisitionId">The invoice.</param>
    /// <param name="items">The lines that change; the others stay.</param>
    /// <param name="login">Who.</param>
    /// <param name="at">When.</param>
    /// <exception cref="InvalidOperationException">A later invoice exists, or a line is not the commitment's.</exception>
    public void Revise(long requisitionId, IReadOnlyList<InvoiceItemScript> items, string login, DateTimeOffset at)
    {
        lock (store.Gate)
        {
            var person = Person(login);
            var before = store.Get(RecordKind.Requisitions, requisitionId);
            DraftRules.RequireLast(store, before);
            var after = Changed(
                before,
                at,
                copy =>
                {
                    InvoiceItems.Apply(store, copy, items);
                    RequisitionSummary.Write(store, copy);
                }
            );
            store.Commit([new StoredRecord(RecordKind.Requisitions, after), .. history.Rows(InvoiceItems.Differences(before, after), person, at)]);
        }
    }

    /// <summary>Approves a change order of a commitment; it is on every invoice made from now on.</summary>
    /// <param name="order">The change order.</param>
    /// <exception cref="InvalidOperationException">It does not fit the commitment; the message says why.</exception>
    public void ApproveChangeOrder(ChangeOrderScript order)
    {
        lock (store.Gate)
        {
            Person(order.ApprovedBy);
            store.Commit(ChangeOrders.Approve(store, order));
        }
    }

    /// <summary>Takes an approved invoice back, lets it be revised and decides again.</summary>
    /// <param name="correction">Which invoice, what changes and who does it when.</param>
    /// <exception cref="InvalidOperationException">There is no such invoice, or no user can take the step; the message says why.</exception>
    public void Correct(CorrectionScript correction)
    {
        lock (store.Gate)
        {
            var id = WireValue.Id(
                store
                    .All(RecordKind.Requisitions)
                    .SingleOrDefault(row =>
                        WireValue.Number(row, "commitment_id") == correction.CommitmentId
                        && WireValue.Text(row, "invoice_number") == correction.InvoiceNumber
                    )
                    ?? throw new InvalidOperationException(
                        $"Commitment {correction.CommitmentId} has no invoice {correction.InvoiceNumber} to correct."
                    )
            );
            SetStatus(id, RequisitionStatus.ReviseAndResubmit, correction.ReopenedBy, correction.ReopenedAt);
            Revise(id, correction.Items, correction.RevisedBy, correction.RevisedAt);
            SetStatus(id, RequisitionStatus.UnderReview, correction.RevisedBy, correction.ResubmittedAt);
            SetStatus(id, correction.Status, correction.ReviewedBy, correction.ReviewedAt);
        }
    }

    /// <summary>A person gives an invoice another number of the subcontractor's, in any status, as an administrator can.</summary>
    /// <param name="requisitionId">The invoice.</param>
    /// <param name="invoiceNumber">The new number.</param>
    /// <param name="at">When; later than its last change.</param>
    public void Renumber(long requisitionId, string invoiceNumber, DateTimeOffset at)
    {
        lock (store.Gate)
        {
            var before = store.Get(RecordKind.Requisitions, requisitionId);
            store.Commit([new StoredRecord(RecordKind.Requisitions, Changed(before, at, copy => copy["invoice_number"] = invoiceNumber))]);
        }
    }

    /// <summary>Id of the invoice with a number, of several the first.</summary>
    /// <param name="invoiceNumber">The subcontractor's number.</param>
    public long Find(string invoiceNumber)
    {
        lock (store.Gate)
        {
            return WireValue.Id(store.All(RecordKind.Requisitions).First(row => WireValue.Text(row, "invoice_number") == invoiceNumber));
        }
    }

    /// <summary>A person attaches a file to an invoice, such as the signed application.</summary>
    /// <param name="requisitionId">The invoice.</param>
    /// <param name="fileName">Name of the file.</param>
    /// <param name="contentType">Its content type.</param>
    /// <param name="content">Its bytes.</param>
    /// <param name="at">When; later than its last change.</param>
    /// <returns>Id of the file.</returns>
    public long Attach(long requisitionId, string fileName, string contentType, byte[] content, DateTimeOffset at)
    {
        lock (store.Gate)
        {
            var before = store.Get(RecordKind.Requisitions, requisitionId);
            var id = AttachedFile.NextId(store);
            var file = AttachedFile.Create(id, fileName, contentType, content);
            store.Commit([new StoredRecord(RecordKind.Requisitions, Changed(before, at, copy => copy["attachments"]!.AsArray().Add(file)))]);
            return id;
        }
    }

    /// <summary>A person removes a file from an invoice.</summary>
    /// <param name="requisitionId">The invoice.</param>
    /// <param name="fileId">The file.</param>
    /// <param name="at">When; later than its last change.</param>
    public void Detach(long requisitionId, long fileId, DateTimeOffset at)
    {
        lock (store.Gate)
        {
            var before = store.Get(RecordKind.Requisitions, requisitionId);
            store.Commit([
                new StoredRecord(
                    RecordKind.Requisitions,
                    Changed(
                        before,
                        at,
                        copy =>
                        {
                            var files = copy["attachments"]!.AsArray();
                            files.Remove(files.First(file => WireValue.Id(file!.AsObject()) == fileId));
                        }
                    )
                ),
            ]);
        }
    }

    /// <summary>An administrator deletes an invoice. Procore shows no trace of it afterwards.</summary>
    /// <param name="requisitionId">The invoice.</param>
    public void Delete(long requisitionId)
    {
        lock (store.Gate)
        {
            store.Delete(RecordKind.Requisitions, requisitionId);
        }
    }

    /// <summary>Something other than an amount or the status changes, so that the invoice is noticed once more with the same content.</summary>
    /// <param name="requisitionId">The invoice.</param>
    /// <param name="at">When; later than its last change.</param>
    public void Redeliver(long requisitionId, DateTimeOffset at)
    {
        lock (store.Gate)
        {
            store.Commit([new StoredRecord(RecordKind.Requisitions, Changed(store.Get(RecordKind.Requisitions, requisitionId), at, _ => { }))]);
        }
    }

    /// <summary>Adds a service account's permission for a project, or takes it away, as a company administrator does.</summary>
    /// <param name="projectId">The project.</param>
    /// <param name="permitted">Whether the account may see it.</param>
    public void SetProjectPermission(long projectId, bool permitted)
    {
        lock (store.Gate)
        {
            var account = store.All(RecordKind.ServiceAccounts).Single().DeepClone().AsObject();
            var ids = account["permitted_project_ids"]!.AsArray().Select(id => id!.GetValue<long>()).Where(id => id != projectId).ToList();
            account["permitted_project_ids"] = new JsonArray([
                .. (permitted ? ids.Append(projectId) : ids).Select(id => (JsonNode)JsonValue.Create(id)),
            ]);
            store.Commit([new StoredRecord(RecordKind.ServiceAccounts, account)]);
        }
    }

    /// <summary>Makes a project a template for new ones, or an ordinary project again.</summary>
    /// <param name="projectId">The project.</param>
    /// <param name="isTemplate">Whether it is one.</param>
    public void SetTemplate(long projectId, bool isTemplate)
    {
        lock (store.Gate)
        {
            var project = store.Get(RecordKind.Projects, projectId).DeepClone().AsObject();
            project["template"] = isTemplate;
            store.Commit([new StoredRecord(RecordKind.Projects, project)]);
        }
    }

    /// <summary>Gives the service account another level in a tool, in the company and in its projects, as an administrator does.</summary>
    /// <param name="tool">For example <c>work_breakdown_structure</c>.</param>
    /// <param name="level">None, Read Only, Standard or Admin.</param>
    /// <exception cref="InvalidOperationException">The account has no such tool, or there is no such level.</exception>
    public void SetToolLevel(string tool, string level)
    {
        var id = Array.IndexOf(Levels, level) + 1;
        if (id == 0)
        {
            throw new InvalidOperationException($"Procore has no access level {level}. The levels are {string.Join(", ", Levels)}.");
        }

        lock (store.Gate)
        {
            var account = store.All(RecordKind.ServiceAccounts).Single().DeepClone().AsObject();
            List<JsonNode> tools =
            [
                .. new[] { account["company_tools"], account["project_tools"] }
                    .Concat((account["tools_by_project"] as JsonObject)?.Select(project => project.Value) ?? [])
                    .SelectMany(list => (list as JsonArray)?.ToList() ?? [])
                    .Select(one => one!)
                    .Where(one => one["name"]!.ToString() == tool),
            ];
            if (tools.Count == 0)
            {
                throw new InvalidOperationException($"The service account has no tool {tool}.");
            }

            tools.ForEach(one => one["user_access_level"] = new JsonObject { ["id"] = id, ["name"] = level });
            store.Commit([new StoredRecord(RecordKind.ServiceAccounts, account)]);
        }
    }

    private static JsonObject Changed(JsonObject row, DateTimeOffset at, Action<JsonObject> change) => RequisitionChange.Changed(row, at, change);

    private JsonObject Person(string login) =>
        store.All(RecordKind.Users).SingleOrDefault(user => WireValue.Text(user, "login") == login)
        ?? throw new InvalidOperationException(
            $"Procore has no user {login}. The users are "
                + $"{string.Join(", ", store.All(RecordKind.Users).Select(user => WireValue.Text(user, "login")))}."
        );
}
