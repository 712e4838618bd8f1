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
        Assert.Equal(("line", "task", JoinOperator.Inner), (task.LinkFromEntityName, task.LinkToEntityName, task.JoinOperator));
        Assert.Same(task, Assert.Single(line.LinkEntities));
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
    public void A_filter_added_by_its_operator_is_given_back_to_be_filled()
    {
        var query = new QueryExpression("invoice");

        FilterExpression inner = query.Criteria.AddFilter(LogicalOperator.Or);

        Assert.Same(inner, Assert.Single(query.Criteria.Filters));
        Assert.Equal(LogicalOperator.Or, inner.FilterOperator);
    }

    [Theory]
    [InlineData(ConditionOperator.Equal, 0)]
    [InlineData(ConditionOperator.In, 8)]
    [InlineData(ConditionOperator.Null, 12)]
    [InlineData(ConditionOperator.OnOrAfter, 27)]
    [InlineData(ConditionOperator.EqualUserId, 41)]
    [InlineData(ConditionOperator.Contains, 49)]
    [InlineData(ConditionOperator.OlderThanXMonths, 53)]
    [InlineData(ConditionOperator.BeginsWith, 54)]
    [InlineData(ConditionOperator.InOrAfterFiscalPeriodAndYear, 72)]
    [InlineData(ConditionOperator.EqualUserTeams, 73)]
    [InlineData(ConditionOperator.UnderOrEqual, 79)]
    [InlineData(ConditionOperator.OlderThanXYears, 82)]
    [InlineData(ConditionOperator.OlderThanXMinutes, 86)]
    [InlineData(ConditionOperator.DoesNotContainValues, 88)]
    public void Operators_have_the_documented_numbers(ConditionOperator conditionOperator, int number) =>
        Assert.Equal(number, (int)conditionOperator);

    [Fact]
    public void Operator_numbers_have_no_gap()
    {
        ConditionOperator[] all = Enum.GetValues<ConditionOperator>();

        Assert.Equal(90, all.Length);
        Assert.Equal(89, (int)all[^1]);
    }
}
