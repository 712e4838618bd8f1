using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Client;
using Xunit;

namespace PowerIntegration.Sdk.Tests.Rows;

public sealed class EntityTests
{
    private static readonly Guid Id = new("00000000-0000-0000-0000-000000000001");

    [Fact]
    public void An_absent_column_is_an_error_by_index_and_a_default_by_value()
    {
        var row = new Entity("invoice");

        Assert.Throws<KeyNotFoundException>(() => row["amount"]);
        Assert.False(row.Contains("amount"));
        Assert.Null(row.GetAttributeValue<Money>("amount"));
        Assert.Equal(0m, row.GetAttributeValue<decimal>("amount"));
    }

    [Fact]
    public void A_column_set_to_null_is_contained_and_reads_as_default()
    {
        var row = new Entity("invoice") { ["amount"] = null };

        Assert.True(row.Contains("amount"));
        Assert.Equal(0m, row.GetAttributeValue<decimal>("amount"));
        Assert.Null(row.GetAttributeValue<decimal?>("amount"));
    }

    [Fact]
    public void A_value_of_another_type_is_an_error_by_value_and_false_by_try()
    {
        var row = new Entity("invoice") { ["amount"] = 12.50m };

        Assert.Throws<InvalidCastException>(() => row.GetAttributeValue<int>("amount"));
        Assert.False(row.TryGetAttributeValue("amount", out int _));
        Assert.True(row.TryGetAttributeValue("amount", out decimal amount));
        Assert.Equal(12.50m, amount);
    }

    [Fact]
    public void A_column_without_a_name_is_refused()
    {
        var row = new Entity("invoice");

        Assert.Throws<ArgumentNullException>(() => row.GetAttributeValue<string>(" "));
    }

    [Fact]
    public void The_index_writes_what_the_attributes_hold()
    {
        var row = new Entity("invoice") { ["number"] = "A-1" };
        row["number"] = "A-2";

        Assert.Equal("A-2", row.Attributes["number"]);
        Assert.Single(row.Attributes);
    }

    [Theory]
    [InlineData("7", 7)]
    [InlineData(7, 7)]
    public void A_value_is_converted_by_try_where_its_type_can_be_read_as_the_other(object value, int expected)
    {
        var row = new Entity("invoice") { ["rank"] = value };

        Assert.True(row.TryGetAttributeValue("rank", out int rank));
        Assert.Equal(expected, rank);
    }

    [Fact]
    public void A_column_without_a_value_or_a_name_gives_false_by_try()
    {
        var row = new Entity("invoice") { ["amount"] = null };

        Assert.False(row.TryGetAttributeValue("amount", out decimal? _));
        Assert.False(row.TryGetAttributeValue("absent", out decimal? _));
        Assert.False(row.TryGetAttributeValue(string.Empty, out string _));
    }

    [Fact]
    public void A_reference_to_a_row_carries_id_and_row_version_and_not_its_keys()
    {
        var row = new Entity("invoice", "key", "ENV|1") { Id = Id, RowVersion = "77" };

        EntityReference reference = row.ToEntityReference();

        Assert.Equal(("invoice", Id, "77"), (reference.LogicalName, reference.Id, reference.RowVersion));
        Assert.Null(reference.Name);
        Assert.Empty(reference.KeyAttributes);
    }

    [Fact]
    public void A_row_becomes_its_typed_form_over_the_same_values()
    {
        var row = new Entity("invoice", Id) { ["number"] = "A-1" };

        TypedInvoice typed = row.ToEntity<TypedInvoice>();
        row["number"] = "A-2";
        row.FormattedValues["number"] = "two";

        Assert.Equal((Id, "A-2", "two"), (typed.Id, typed.Number, typed.FormattedValues["number"]));
    }

    [Fact]
    public void A_row_becomes_no_typed_form_of_another_table_nor_of_none()
    {
        Assert.Throws<NotSupportedException>(() => new Entity().ToEntity<TypedInvoice>());
        Assert.Throws<NotSupportedException>(() => new Entity("line").ToEntity<TypedInvoice>());
        Assert.Throws<NotSupportedException>(() => new Entity("invoice").ToEntity<UntypedInvoice>());
    }

    [Fact]
    public void Related_rows_are_found_by_an_equal_relationship()
    {
        var row = new Entity("invoice");
        row.RelatedEntities[new Relationship("invoice_lines")] = new EntityCollection([new Entity("line")]);

        Assert.Single(row.RelatedEntities[new Relationship("invoice_lines")].Entities);
        Assert.False(row.RelatedEntities.Contains(new Relationship("invoice_lines") { PrimaryEntityRole = EntityRole.Referenced }));
    }

    private sealed class UntypedInvoice : Entity;

    [EntityLogicalName("invoice")]
    private sealed class TypedInvoice : Entity
    {
        public TypedInvoice()
            : base("invoice") { }

        public string Number => GetAttributeValue<string>("number");
    }
}
