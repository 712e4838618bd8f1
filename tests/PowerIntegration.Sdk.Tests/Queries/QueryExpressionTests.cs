using Microsoft.Xrm.Sdk.Query;
using Xunit;

namespace PowerIntegration.Sdk.Tests.Queries;

public sealed class QueryExpressionTests
{
    [Fact]
    public void A_new_query_asks_for_no_column_and_every_row()
    {
        var query = new QueryExpression("invoice");

        Assert.False(query.ColumnSet.AllColumns);
        Assert.Empty(query.ColumnSet.Columns);
        Assert.Empty(query.Criteria.Conditions);
        Assert.Equal(LogicalOperator.And, query.Criteria.FilterOperator);
        Assert.Equal(0, query.PageInfo.PageNumber);
    }

    [Fact]
    public void A_link_starts_from_the_table_it_is_added_to()
    {
        LinkEntity line = new QueryExpression("invoice").AddLink("line", "invoiceid", "parentid", JoinOperator.LeftOuter);
        LinkEntity task = line.AddLink("task", "taskid", "taskid");

        Assert.Equal(("invoice", "line", JoinOperator.LeftOuter), (line.LinkFromEntityName, line.LinkToEntityName, line.JoinOperator));
        Assert.Equal(("task", JoinOperator.Inner), (task.LinkToEntityName, task.JoinOperator));
        Assert.Same(task, Assert.Single(line.LinkEntities));
    }

    [Fact]
    public void A_link_of_a_link_names_the_table_that_the_outer_link_starts_from()
    {
        // So does Microsoft's. The server goes by the nesting and not by this name.
        LinkEntity task = new QueryExpression("invoice").AddLink("line", "invoiceid", "parentid").AddLink("task", "taskid", "taskid");

        Assert.Equal("invoice", task.LinkFromEntityName);
    }

    [Fact]
    public void A_new_link_is_inner_and_asks_for_no_column()
    {
        var link = new LinkEntity();

        Assert.Equal(JoinOperator.Inner, link.JoinOperator);
        Assert.False(link.Columns.AllColumns);
        Assert.Empty(link.Columns.Columns);
        Assert.Equal(LogicalOperator.And, link.LinkCriteria.FilterOperator);
        Assert.Null(new LinkEntity { LinkCriteria = null }.LinkCriteria);
    }

    [Fact]
    public void A_new_query_has_no_top_count_and_locks_as_the_server_does()
    {
        var query = new QueryExpression();

        Assert.Null(query.EntityName);
        Assert.Null(query.TopCount);
        Assert.Null(query.QueryHints);
        Assert.False(query.NoLock || query.Distinct);
        Assert.Equal((0, 0, false), (query.PageInfo.PageNumber, query.PageInfo.Count, query.PageInfo.ReturnTotalRecordCount));
        Assert.Null(query.PageInfo.PagingCookie);
    }

    [Fact]
    public void A_query_by_attribute_has_columns_and_a_page_from_the_start_only_when_it_is_made_without_a_name()
    {
        var plain = new QueryByAttribute();
        var named = new QueryByAttribute("invoice");

        Assert.False(plain.ColumnSet.AllColumns);
        Assert.Equal(0, plain.PageInfo.PageNumber);
        Assert.Null(named.ColumnSet);
        Assert.Null(named.PageInfo);
        Assert.Empty(named.Attributes);
    }

    [Fact]
    public void Every_column_is_asked_for_by_true_and_named_ones_can_be_added()
    {
        var named = new ColumnSet("a");
        named.AddColumns("b", "c");

        Assert.True(new ColumnSet(true).AllColumns);
        Assert.Empty(new ColumnSet(true).Columns);
        Assert.Equal((false, "a b c"), (named.AllColumns, string.Join(' ', named.Columns)));
    }

    [Fact]
    public void Conditions_take_one_value_several_or_a_list()
    {
        var filter = new FilterExpression(LogicalOperator.Or);
        filter.AddCondition("state", ConditionOperator.In, 1, 2);
        filter.AddCondition("line", "state", ConditionOperator.Equal, 3);
        int[] list = [4, 5];

        Assert.Equal([1, 2], filter.Conditions[0].Values);
        Assert.Equal(("line", "state"), (filter.Conditions[1].EntityName, filter.Conditions[1].AttributeName));
        Assert.Equal([4, 5], new ConditionExpression("state", ConditionOperator.In, list).Values);
        Assert.Empty(new ConditionExpression("state", ConditionOperator.Null).Values);
    }

    [Fact]
    public void A_condition_takes_the_array_it_is_given_as_its_list_and_any_other_value_as_one()
    {
        Guid[] ids = [Guid.Empty, Guid.Empty];
        string[] names = ["a", "b"];

        Assert.Equal(2, new ConditionExpression("id", ConditionOperator.In, ids).Values.Count);
        Assert.Equal(names, new ConditionExpression("name", ConditionOperator.In, names).Values);
        Assert.Equal(["text"], new ConditionExpression("name", ConditionOperator.Equal, "text").Values);
        Assert.Equal([null], new ConditionExpression("name", ConditionOperator.Equal, (object?)null).Values);
        Assert.Empty(new ConditionExpression("name", ConditionOperator.Equal, (object[]?)null).Values);
        Assert.Equal([ids], Filtered("id", ConditionOperator.In, (object)ids).Values);
    }

    [Fact]
    public void A_filter_added_by_its_operator_is_given_back_to_be_filled()
    {
        var query = new QueryExpression("invoice");

        FilterExpression inner = query.Criteria.AddFilter(LogicalOperator.Or);

        Assert.Same(inner, Assert.Single(query.Criteria.Filters));
        Assert.Equal(LogicalOperator.Or, inner.FilterOperator);
    }

    [Fact]
    public void A_condition_can_compare_two_columns()
    {
        var filter = new FilterExpression();
        filter.AddCondition("due", ConditionOperator.GreaterThan, true, "paid");
        filter.AddCondition("line", "due", ConditionOperator.GreaterThan, true, "paid");
        filter.AddCondition("due", ConditionOperator.In, true, ["paid", "sent"]);

        Assert.All(filter.Conditions, condition => Assert.True(condition.CompareColumns));
        Assert.Equal([null, "line", null], filter.Conditions.Select(condition => condition.EntityName));
        Assert.Equal(["paid", "paid", "paid sent"], filter.Conditions.Select(condition => string.Join(' ', condition.Values)));
    }

    private static ConditionExpression Filtered(string column, ConditionOperator conditionOperator, params object[] values)
    {
        var filter = new FilterExpression();
        filter.AddCondition(column, conditionOperator, values);
        return filter.Conditions[0];
    }
}
