using Microsoft.Xrm.Sdk;
using Xunit;

namespace PowerIntegration.Sdk.Tests.Rows;

public sealed class ValueTests
{
    private static readonly Guid Id = new("00000000-0000-0000-0000-000000000001");

    [Fact]
    public void Choices_and_money_are_equal_by_value()
    {
        Assert.Equal(new OptionSetValue(3), new OptionSetValue(3));
        Assert.NotEqual(new OptionSetValue(3), new OptionSetValue(4));
        Assert.Equal(new Money(1.5m), new Money(1.50m));
        Assert.Equal(new Money(1.5m).GetHashCode(), new Money(1.50m).GetHashCode());
    }

    [Fact]
    public void References_are_equal_by_table_id_and_keys_whatever_their_name()
    {
        Assert.Equal(new EntityReference("invoice", Id) { Name = "a" }, new EntityReference("invoice", Id) { Name = "b" });
        Assert.NotEqual(new EntityReference("invoice", Id), new EntityReference("line", Id));
        Assert.Equal(new EntityReference("invoice", "key", "1"), new EntityReference("invoice", "key", "1"));
        Assert.NotEqual(new EntityReference("invoice", "key", "1"), new EntityReference("invoice", "key", "2"));
    }

    [Fact]
    public void References_that_are_equal_have_one_hash_code()
    {
        Assert.Equal(new EntityReference("invoice", "key", "1").GetHashCode(), new EntityReference("invoice", "key", "1").GetHashCode());
        Assert.NotEqual(new EntityReference("invoice", "key", "1").GetHashCode(), new EntityReference("invoice", "key", "2").GetHashCode());
    }

    [Fact]
    public void A_relationship_says_its_name_and_role()
    {
        Assert.Equal("a_b.", new Relationship("a_b").ToString());
        Assert.Equal("a_b.Referencing", new Relationship("a_b") { PrimaryEntityRole = EntityRole.Referencing }.ToString());
    }
}
