using System.Runtime.Serialization;
using System.Text;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Messages;
using Microsoft.Xrm.Sdk.Query;
using Xunit;

namespace PowerIntegration.Sdk.Tests.Contracts;

/// <summary>What a serializer makes of the contracts, without being told any types: the collections declare what they may hold.</summary>
public sealed class SerializationTests
{
    private static readonly Guid Id = new("00000000-0000-0000-0000-000000000001");

    [Fact]
    public void A_row_with_values_of_every_kind_comes_back_as_it_was()
    {
        var row = new Entity("invoice", Id)
        {
            ["text"] = "A-1",
            ["number"] = 7,
            ["amount"] = new Money(12.50m),
            ["state"] = new OptionSetValue(3),
            ["choices"] = new OptionSetValueCollection { new OptionSetValue(1), new OptionSetValue(2) },
            ["parent"] = new EntityReference("contract", "key", "ENV|1"),
            ["line.rate"] = new AliasedValue("line", "rate", 0.05m),
            ["parties"] = new EntityCollection([new Entity("party", Id)]),
            ["nothing"] = null,
        };
        row.FormattedValues["state"] = "Posted";
        row.RelatedEntities[new Relationship("invoice_lines")] = new EntityCollection([new Entity("line") { ["rank"] = 1 }]);

        Entity copy = Copied(row);

        Assert.Equal(("invoice", Id), (copy.LogicalName, copy.Id));
        Assert.Equal(("A-1", 7), (copy["text"], copy["number"]));
        Assert.Equal((new Money(12.50m), new OptionSetValue(3)), (copy["amount"], copy["state"]));
        Assert.Equal([1, 2], ((OptionSetValueCollection)copy["choices"]).Select(choice => choice.Value));
        Assert.Equal(new EntityReference("contract", "key", "ENV|1"), copy["parent"]);
        var alias = (AliasedValue)copy["line.rate"];
        Assert.Equal(("line", "rate", 0.05m), (alias.EntityLogicalName, alias.AttributeLogicalName, alias.Value));
        Assert.Equal("party", ((EntityCollection)copy["parties"])[0].LogicalName);
        Assert.True(copy.Contains("nothing"));
        Assert.Equal("Posted", copy.FormattedValues["state"]);
        Assert.Equal(1, copy.RelatedEntities[new Relationship("invoice_lines")][0]["rank"]);
    }

    [Fact]
    public void A_request_comes_back_with_its_parameters()
    {
        var request = new OrganizationRequest("RetrieveMultiple") { RequestId = Id };
        request["Query"] = new QueryExpression("invoice") { TopCount = 5 };
        request["Behavior"] = ConcurrencyBehavior.IfRowVersionMatches;
        request["Columns"] = new ColumnSet("a");

        OrganizationRequest copy = Copied(request);

        Assert.Equal(("RetrieveMultiple", Id), (copy.RequestName, copy.RequestId));
        Assert.Equal(5, ((QueryExpression)copy["Query"]).TopCount);
        Assert.Equal(ConcurrencyBehavior.IfRowVersionMatches, copy["Behavior"]);
        Assert.Equal(["a"], ((ColumnSet)copy["Columns"]).Columns);
    }

    [Fact]
    public void A_query_comes_back_with_links_orders_and_conditions()
    {
        var query = new QueryExpression("invoice") { ColumnSet = new ColumnSet(true), NoLock = true };
        query.AddOrder("number", OrderType.Descending);
        query.AddLink("line", "invoiceid", "parentid").LinkCriteria.AddCondition("state", ConditionOperator.In, 1, 2);
        query.Criteria.AddFilter(LogicalOperator.Or).AddCondition("parentid", ConditionOperator.Under, Id);

        QueryExpression copy = Copied(query);

        Assert.True(copy.ColumnSet.AllColumns && copy.NoLock);
        Assert.Equal(OrderType.Descending, Assert.Single(copy.Orders).OrderType);
        Assert.Equal([1, 2], copy.LinkEntities[0].LinkCriteria.Conditions[0].Values);
        ConditionExpression condition = Assert.Single(Assert.Single(copy.Criteria.Filters).Conditions);
        Assert.Equal((ConditionOperator.Under, Id), (condition.Operator, condition.Values[0]));
    }

    [Fact]
    public void A_fault_comes_back_as_the_kind_it_was()
    {
        BaseServiceFault fault = new ExecuteTransactionFault
        {
            ErrorCode = -2147220969,
            Message = "Does Not Exist",
            FaultedRequestIndex = 2,
            InnerFault = new OrganizationServiceFault { Message = "inner" },
        };

        var copy = Assert.IsType<ExecuteTransactionFault>(Copied(fault));

        Assert.Equal((-2147220969, "Does Not Exist", 2), (copy.ErrorCode, copy.Message, copy.FaultedRequestIndex));
        Assert.Equal("inner", copy.InnerFault.Message);
    }

    [Fact]
    public void A_filter_leaves_out_what_older_servers_do_not_know()
    {
        string plain = Xml(new FilterExpression(LogicalOperator.Or));

        Assert.Equal(
            "<FilterExpression xmlns=\"http://schemas.microsoft.com/xrm/2011/Contracts\">"
                + "<Conditions/><FilterOperator>Or</FilterOperator><Filters/></FilterExpression>",
            plain
        );
    }

    [Fact]
    public void A_bulk_message_is_sent_by_its_name_and_not_by_its_type() =>
        Assert.StartsWith(
            "<ExecuteMultipleRequest xmlns=\"http://schemas.microsoft.com/xrm/2011/Contracts\">",
            Xml(new ExecuteMultipleRequest()),
            StringComparison.Ordinal
        );

    private static T Copied<T>(T value)
    {
        var serializer = new DataContractSerializer(typeof(T));
        using var stream = new MemoryStream();
        serializer.WriteObject(stream, value);
        stream.Position = 0;
        return (T)serializer.ReadObject(stream)!;
    }

    /// <summary>The XML without the declaration of the schema instance, which every document has.</summary>
    private static string Xml<T>(T value)
    {
        using var stream = new MemoryStream();
        new DataContractSerializer(typeof(T)).WriteObject(stream, value);
        return Encoding
            .UTF8.GetString(stream.ToArray())
            .Replace(" xmlns:i=\"http://www.w3.org/2001/XMLSchema-instance\"", string.Empty, StringComparison.Ordinal);
    }
}
