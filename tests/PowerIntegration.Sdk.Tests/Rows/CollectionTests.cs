using Microsoft.Xrm.Sdk;
using Xunit;

namespace PowerIntegration.Sdk.Tests.Rows;

public sealed class CollectionTests
{
    [Fact]
    public void Adding_a_key_twice_is_an_error_and_setting_it_twice_is_not()
    {
        var values = new AttributeCollection { { "a", 1 } };

        Assert.Throws<ArgumentException>(() => values.Add("a", 2));
        values["a"] = 3;
        Assert.Equal(3, values["a"]);
    }

    [Fact]
    public void A_range_of_pairs_is_added_in_one_call()
    {
        var values = new ParameterCollection();
        values.AddRange(new KeyValuePair<string, object>("a", 1), new KeyValuePair<string, object>("b", 2));

        Assert.Equal(["a", "b"], values.Keys);
        Assert.True(values.Contains(new KeyValuePair<string, object>("b", 2)));
        Assert.True(values.Remove("a"));
        Assert.False(values.Remove("a"));
    }

    [Fact]
    public void Parameters_are_read_by_type_and_null_is_not_added()
    {
        var values = new ParameterCollection { ["a"] = "text" };
        values.AddOrUpdateIfNotNull("a", null);
        values.AddOrUpdateIfNotNull("b", 2);

        Assert.True(values.TryGetValue("a", out string text));
        Assert.Equal("text", text);
        Assert.False(values.TryGetValue("b", out string _));
        Assert.Equal(2, values.Count);
    }

    [Fact]
    public void Rows_of_a_list_are_reached_by_index()
    {
        var rows = new EntityCollection([new Entity("a"), new Entity("b")]);

        Assert.Equal("b", rows[1].LogicalName);
        Assert.Equal(2, rows.Entities.Count);
        Assert.False(rows.MoreRecords);
    }

    [Fact]
    public void Lists_take_ranges_and_give_arrays()
    {
        var references = new EntityReferenceCollection { new EntityReference("a") };
        references.AddRange(new EntityReference("b"), new EntityReference("c"));

        Assert.Equal(["a", "b", "c"], Array.ConvertAll(references.ToArray(), reference => reference.LogicalName));
    }

    [Fact]
    public void A_list_is_copied_so_that_rows_can_be_added_to_what_was_an_array()
    {
        Entity[] given = [new Entity("a")];
        var rows = new EntityCollection(given);
        rows.Entities.Add(new Entity("b"));

        Assert.Equal((1, 2), (given.Length, rows.Entities.Count));
    }

    [Fact]
    public void A_range_that_is_absent_adds_nothing()
    {
        var values = new ParameterCollection();
        var references = new EntityReferenceCollection();

        values.AddRange((IEnumerable<KeyValuePair<string, object>>)null!);
        references.AddRange((EntityReference[])null!);

        Assert.Equal(0, values.Count);
        Assert.Empty(references);
    }
}
