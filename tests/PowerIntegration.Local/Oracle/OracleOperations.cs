using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;
using PowerIntegration.Local.Oracle.Payables;
using PowerIntegration.Local.Oracle.Projects;
using PowerIntegration.Local.Oracle.Rest;

namespace PowerIntegration.Local.Oracle;

/// <summary>Finds what a method on a path does; everything else is refused by name.</summary>
internal sealed class OracleOperations
{
    private readonly OracleSeed seed;
    private readonly ProjectBook projects;
    private readonly IReadOnlyList<JsonObject> accounts;
    private readonly PayablesBook book;
    private readonly InvoiceCreation creation;
    private readonly InvoiceChange change;
    private readonly InvoiceActions actions;
    private readonly InvoiceHolds holds;
    private readonly InvoiceAttachments attachments;
    private readonly AccountingPeriods periods;

    public OracleOperations(
        OracleSeed seed,
        IReadOnlyList<OracleUserAccount> accounts,
        PayablesBook book,
        ProjectBook projects,
        AccountingPeriods periods,
        TimeProvider clock
    )
    {
        this.accounts = UserAccountRows.Of(accounts);
        this.seed = seed;
        this.book = book;
        this.projects = projects;
        this.periods = periods;
        var match = new PurchaseOrderMatch(seed, book);
        var header = new HeaderRules(seed, book, periods);
        creation = new InvoiceCreation(
            seed,
            book,
            header,
            new LineRules(seed, periods, new LineSignRules(seed.Setup), match, new ProjectCodingRules(projects)),
            match,
            clock
        );
        change = new InvoiceChange(book, header, clock);
        actions = new InvoiceActions(book, new InvoiceValidation(book, match, clock), new InvoiceCancellation(book, periods, clock));
        holds = new InvoiceHolds(seed, book, clock);
        attachments = new InvoiceAttachments(book, clock);
    }

    public Operation Resolve(string method, IReadOnlyList<string> segments)
    {
        var asItCame = string.Join('/', segments);
        if (method == "POST" && segments is ["invoices", "action", var action])
        {
            return action switch
            {
                "validateInvoice" => new Operation(asItCame, request => Acted(request, actions.Validate)),
                "cancelInvoice" => new Operation(asItCame, request => Acted(request, actions.Cancel)),
                _ => Unknown(method, asItCame),
            };
        }

        if (ResourcePath.Parse(segments) is not { } path)
        {
            return Unknown(method, asItCame);
        }

        return (method, path.Template) switch
        {
            ("GET", _) => new Operation(path.Template, request => Read(request, path)),
            ("POST", "invoices") => new Operation(path.Template, CreateInvoice),
            ("PATCH", "invoices/{invoicesUniqID}") => new Operation(path.Template, ChangeInvoice),
            ("POST", "invoices/{invoicesUniqID}/child/attachments") => new Operation(path.Template, Attach),
            ("POST", "invoiceHolds") => new Operation(path.Template, PlaceHold),
            ("PATCH", "invoiceHolds/{HoldId}") => new Operation(path.Template, ReleaseHold),
            _ => new Operation(
                path.Template,
                _ => throw RequestRefusedException.NotSimulated(StatusCodes.Status405MethodNotAllowed, $"{method} on {path.Template}")
            ),
        };
    }

    private static Operation Unknown(string method, string path) =>
        new(path, _ => throw RequestRefusedException.NotSimulated(StatusCodes.Status404NotFound, $"{method} on {path}"));

    private Answer Read(OracleRequest request, ResourcePath path)
    {
        QueryParameters.Check(request, isCollection: !path.IsItem);
        return path.Read(request, Rows);
    }

    private IEnumerable<JsonObject> Rows(ResourceDefinition resource) =>
        resource.Name switch
        {
            "projects" => projects.Projects,
            "expenditureTypes" or "expenditureTypesLOV" => projects.ExpenditureTypes,
            "projectOrganizationsLOV" => projects.Organizations,
            "suppliers" => seed.Suppliers,
            "purchaseOrders" => seed.PurchaseOrders,
            "invoices" => book.Invoices,
            "invoiceHolds" => book.Holds,
            "accountingPeriodStatusLOV" => periods.Statuses(),
            "userAccounts" => accounts,
            _ => throw new InvalidOperationException($"The resource {resource.Name} has no records."),
        };

    private Answer CreateInvoice(OracleRequest request) =>
        Created(request, PayablesResources.Invoices, creation.Create(Body(request), request.UserName));

    private Answer PlaceHold(OracleRequest request) => Created(request, PayablesResources.InvoiceHolds, holds.Place(Body(request), request.UserName));

    private Answer Attach(OracleRequest request)
    {
        var body = Body(request);
        var key = request.Segments[1];
        var invoice =
            book.Invoices.FirstOrDefault(candidate => OpaqueKey.Addresses(key, PayablesResources.Invoices, candidate, ""))
            ?? throw RequestRefusedException.NotFound($"No item of invoices has the key {key}.");
        var file = attachments.Attach(invoice, body, request.UserName);
        var (definition, href) = (PayablesResources.InvoiceAttachments, $"{request.Root}/invoices/{key}/child/attachments");
        var answer = new ItemShape(request).Item(definition, file, href, key, FieldSelection.Everything(definition));
        return new Answer(StatusCodes.Status201Created, answer, Answer.Item) { Location = $"{href}/{OpaqueKey.Of(definition, file, key)}" };
    }

    private Answer ChangeInvoice(OracleRequest request)
    {
        var invoice = Current(request, PayablesResources.Invoices, book.Invoices);
        return Changed(request, PayablesResources.Invoices, change.Change(invoice, Body(request), request.UserName));
    }

    private Answer ReleaseHold(OracleRequest request)
    {
        var hold = Current(request, PayablesResources.InvoiceHolds, book.Holds);
        return Changed(request, PayablesResources.InvoiceHolds, holds.Release(hold, Body(request), request.UserName));
    }

    private static Answer Acted(OracleRequest request, Func<JsonObject, string, string> act) =>
        new(StatusCodes.Status200OK, new JsonObject { ["result"] = act(Body(request), request.UserName) }, Answer.ActionResult);

    private static Answer Created(OracleRequest request, ResourceDefinition definition, JsonObject row)
    {
        var selection = AssumedFacts.CreateAnswersChildren ? FieldSelection.Everything(definition) : FieldSelection.From(request, definition);
        var (href, key) = ($"{request.Root}/{definition.Name}", OpaqueKey.Of(definition, row, ""));
        return new Answer(StatusCodes.Status201Created, new ItemShape(request).Item(definition, row, href, "", selection), Answer.Item)
        {
            EntityTag = OpaqueKey.ChangeIndicator(row, key),
            Location = $"{href}/{key}",
        };
    }

    private static Answer Changed(OracleRequest request, ResourceDefinition definition, JsonObject row) =>
        ResourcePath.Item(request, definition, row, $"{request.Root}/{definition.Name}", "");

    // The item that a PATCH addresses, refused where the caller has seen an older one.
    private static JsonObject Current(OracleRequest request, ResourceDefinition definition, IEnumerable<JsonObject> rows)
    {
        QueryParameters.Check(request, isCollection: false);
        var key = request.Segments[1];
        var row =
            rows.FirstOrDefault(candidate => OpaqueKey.Addresses(key, definition, candidate, ""))
            ?? throw RequestRefusedException.NotFound($"No item of {definition.Name} has the key {key}.");
        var indicator = OpaqueKey.ChangeIndicator(row, OpaqueKey.Of(definition, row, ""));
        return request.IfMatch is null || request.IfMatch == indicator
            ? row
            : throw RequestRefusedException.PreconditionFailed(
                $"The item of {definition.Name} was changed since it was read. Read it again.",
                indicator
            );
    }

    private static JsonObject Body(OracleRequest request)
    {
        QueryParameters.Check(request, isCollection: true);
        return request.Body ?? throw RequestRefusedException.BadRequest("The request has no payload.");
    }
}
