using System.Text.Json.Nodes;
using PowerIntegration.Local.Oracle.Payables;
using PowerIntegration.Local.Oracle.Projects;
using PowerIntegration.Local.Oracle.Rest;
using PowerIntegration.Local.Storage;

namespace PowerIntegration.Local.Oracle;

/// <summary>
/// A pod of Oracle Fusion as far as this product calls it: projects, suppliers and purchase orders to read, payables invoices and holds to write.
/// It speaks the documented wire format and refuses what it does not implement by name.
/// </summary>
public sealed class OracleSimulator
{
    private const int ReceivedPayloadsMax = 10_000;
    private readonly Lock gate = new();
    private readonly AccountingPeriods periods;
    private readonly InvoicePayments payments;
    private readonly OracleOperations operations;
    private readonly PayablesBook book;
    private readonly Queue<JsonObject> received = [];
    private readonly List<string> namedRefusals = [];

    /// <summary>Opens the pod with what its file holds on top of the seed.</summary>
    /// <param name="seed">The initial state.</param>
    /// <param name="options">Users, clients, token lifetime.</param>
    /// <param name="file">Where invoices, holds and period statuses lie; the caller disposes it.</param>
    /// <param name="clock">Time of every stamp and token, and what a slow call moves.</param>
    public OracleSimulator(OracleSeed seed, OracleSimulatorOptions options, RowFile file, TimeProvider clock)
    {
        book = new PayablesBook(file);
        Clock = clock;
        SignIn = new OracleSignIn(options, new OracleTokens(options, clock));
        periods = new AccountingPeriods(seed.Setup, book, clock);
        payments = new InvoicePayments(book, periods, clock);
        var projects = new ProjectBook(seed.Projects, seed.ExpenditureTypes, seed.Organizations, file);
        operations = new OracleOperations(seed, options.Accounts, book, projects, periods, clock);
        Projects = new ProjectActors(projects, clock, gate);
    }

    /// <summary>The people who keep its projects, expenditure types and organizations.</summary>
    public ProjectActors Projects { get; }

    /// <summary>Makes the next calls fail.</summary>
    public OracleFaults Faults { get; } = new();

    /// <summary>Calls per method and path template since the start.</summary>
    public OracleCalls Calls { get; } = new();

    /// <summary>The payloads of POST on invoices since the start, refused ones included, oldest first; at most the last 10,000.</summary>
    public IReadOnlyList<JsonObject> ReceivedPayloads
    {
        get
        {
            lock (gate)
            {
                return [.. received.Select(payload => payload.DeepClone().AsObject())];
            }
        }
    }

    /// <summary>
    /// What was asked for and is not implemented, since the start. A test that expects nothing of the kind asserts that it is empty.
    /// </summary>
    public IReadOnlyList<string> NamedRefusals
    {
        get
        {
            lock (gate)
            {
                return [.. namedRefusals];
            }
        }
    }

    /// <summary>Every file that is attached to an invoice, in the order of the invoices.</summary>
    public IReadOnlyList<OracleAttachment> Attachments
    {
        get
        {
            lock (gate)
            {
                return
                [
                    .. book.Invoices.SelectMany(invoice =>
                        invoice
                            .Rows(PayablesResources.InvoiceAttachments.Name)
                            .Select(one => new OracleAttachment(
                                invoice.Text("InvoiceNumber")!,
                                one.Text("FileName")!,
                                one.Text("Description"),
                                InvoiceAttachments.BytesOf(one)
                            ))
                    ),
                ];
            }
        }
    }

    internal TimeProvider Clock { get; }

    internal OracleSignIn SignIn { get; }

    /// <summary>Opens or closes a Payables period, as an accountant would on the pod.</summary>
    /// <param name="period">Its name in the seed, for example Oct-25.</param>
    /// <param name="status">The status, for example Open or Closed.</param>
    /// <exception cref="ArgumentException">The seed has no such period.</exception>
    public void SetPeriodStatus(string period, string status)
    {
        lock (gate)
        {
            periods.SetStatus(period, status);
        }
    }

    /// <summary>Pays invoices in full or in part, as Payables would on the pod: <c>AmountPaid</c> and <c>PaidStatus</c> move.</summary>
    /// <param name="payment">What is paid to whom and when.</param>
    /// <exception cref="InvalidOperationException">Oracle would not pay: an invoice is held, not validated, not approved, canceled or paid, an amount
    /// is more than is unpaid, or the day is in no open period. The message says which; nothing of the payment is done.</exception>
    public void Pay(OraclePayment payment)
    {
        ArgumentNullException.ThrowIfNull(payment);
        lock (gate)
        {
            payments.Pay(payment);
        }
    }

    /// <summary>Decides the approval workflow of an invoice, as its approvers would on the pod.</summary>
    /// <param name="businessUnit">Business unit of the invoice.</param>
    /// <param name="supplier">Supplier.</param>
    /// <param name="number">Invoice number.</param>
    /// <param name="isApproved">False where they reject it.</param>
    /// <exception cref="InvalidOperationException">The invoice does not exist, or no workflow asks for an approval of it.</exception>
    public void DecideInWorkflow(string businessUnit, string supplier, string number, bool isApproved)
    {
        lock (gate)
        {
            InvoiceApproval.Decide(book, new InvoiceIdentity(number, supplier, businessUnit), isApproved, Clock.GetUtcNow());
        }
    }

    internal Operation Resolve(string method, IReadOnlyList<string> segments) => operations.Resolve(method, segments);

    // One request at a time: a request is one transaction, and the race that matters, between one caller's look-up and its creation, is between
    // requests.
    internal Answer Run(Operation operation, OracleRequest request)
    {
        lock (gate)
        {
            if (request is { Method: "POST", Body: { } body } && operation.Template == PayablesResources.Invoices.Name)
            {
                Keep(body);
            }

            return operation.Run(request);
        }
    }

    internal void Note(RequestRefusedException refusal)
    {
        if (refusal.IsNotSimulated)
        {
            lock (gate)
            {
                namedRefusals.Add(refusal.Message);
            }
        }
    }

    private void Keep(JsonObject payload)
    {
        if (received.Count == ReceivedPayloadsMax)
        {
            received.Dequeue();
        }

        received.Enqueue(payload.DeepClone().AsObject());
    }
}
