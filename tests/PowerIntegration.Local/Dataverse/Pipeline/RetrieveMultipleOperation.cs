using Microsoft.Xrm.Sdk.Query;
using PowerIntegration.Local.Dataverse.Errors;
using PowerIntegration.Local.Dataverse.Query;

namespace PowerIntegration.Local.Dataverse.Pipeline;

/// <summary>RetrieveMultiple of a QueryExpression, a FetchExpression or a QueryByAttribute.</summary>
internal sealed class RetrieveMultipleOperation : IMessageOperation
{
    private readonly Platform platform;

    public RetrieveMultipleOperation(Platform platform) => this.platform = platform;

    public void Resolve(MessageCall call) => call.Table = platform.Table(QueryOf(call).EntityName);

    public void CheckSecurity(MessageCall call)
    {
        platform.Privileges.Require(call.Caller.UserId, "Read", call.Table!);
        foreach (var link in AllLinks(QueryOf(call).LinkEntities))
        {
            platform.Privileges.Require(call.Caller.UserId, "Read", platform.Table(link.LinkToEntityName));
        }
    }

    public void Run(MessageCall call)
    {
        var engine = new QueryEngine(platform.Model, call.Transaction, call.Caller.UserId, platform.Now);
        call.Outputs[ResponseOf.Rows] = AggregateOf(call) is { } aggregate
            ? new AggregateEngine(platform.Model, call.Transaction).Execute(aggregate, engine)
            : engine.Execute(QueryOf(call));
    }

    private static AggregateQuery? AggregateOf(MessageCall call) =>
        call.Inputs.TryGetValue("Query", out var query) && query is FetchExpression fetch ? FetchXmlParser.ParseAggregate(fetch.Query) : null;

    private static QueryExpression QueryOf(MessageCall call) =>
        call.Inputs.TryGetValue("Query", out var query)
            ? query switch
            {
                QueryExpression expression => expression,
                FetchExpression fetch => FetchXmlParser.ParseAggregate(fetch.Query)?.Rows ?? FetchXmlParser.Parse(fetch.Query),
                QueryByAttribute byAttribute => Convert(byAttribute),
                _ => throw Faults.Invalid($"The query of type '{query?.GetType().Name}' is not known."),
            }
            : throw Faults.Invalid("Required field 'Query' is missing from the message RetrieveMultiple.");

    private static IEnumerable<LinkEntity> AllLinks(IEnumerable<LinkEntity> links) =>
        links.SelectMany(link => AllLinks(link.LinkEntities).Prepend(link));

    private static QueryExpression Convert(QueryByAttribute query)
    {
        var expression = new QueryExpression(query.EntityName)
        {
            ColumnSet = query.ColumnSet ?? new ColumnSet(),
            PageInfo = query.PageInfo ?? new PagingInfo(),
            TopCount = query.TopCount,
        };
        if (query.Attributes.Count != query.Values.Count)
        {
            throw Faults.Invalid("The number of attributes and values of the QueryByAttribute differ.");
        }

        for (var index = 0; index < query.Attributes.Count; index++)
        {
            expression.Criteria.AddCondition(query.Attributes[index], ConditionOperator.Equal, query.Values[index]);
        }

        expression.Orders.AddRange(query.Orders);
        return expression;
    }
}
