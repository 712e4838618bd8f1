using Microsoft.Xrm.Sdk;
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
        Assert.Throws<ArgumentNullException>(() => row.TryGetAttributeValue(string.Empty, out string _));
    }

    [Fact]
    public void The_index_writes_what_the_attributes_hold()
    {
        var row = new Entity("invoice") { ["number"] = "A-1" };
        row["number"] = "A-2";

        Assert.Equal("A-2", row.Attributes["number"]);
        Assert.Single(row.Attributes);
    }

    [Fact]
    public void A_reference_to_a_row_carries_id_keys_and_row_version()
    {
        var row = new Entity("invoice", "key", "ENV|1") { Id = Id, RowVersion = "77" };

        EntityReference reference = row.ToEntityReference();

        Assert.Equal(("invoice", Id, "77", "ENV|1"), (reference.LogicalName, reference.Id, reference.RowVersion, reference.KeyAttributes["key"]));
        Assert.Null(reference.Name);
    }

    [Fact]
    public void A_row_becomes_its_typed_form_over_the_same_values()
    {
        var row = new Entity("invoice", Id) { ["number"] = "A-1" };

        TypedInvoice typed = row.ToEntity<TypedInvoice>();

        Assert.Equal((Id, "A-1"), (typed.Id, typed.Number));
        Assert.Throws<NotSupportedException>(() => new Entity().ToEntity<TypedInvoice>());
    }

    [Fact]
    public void Related_rows_are_found_by_an_equal_relationship()
    {
        var row = new Entity("invoice");
        row.RelatedEntities[new Relationship("invoice_lines")] = new EntityCollection([new Entity("line")]);

        Assert.Single(row.RelatedEntities[new Relationship("invoice_lines")].Entities);
        Assert.False(row.RelatedEntities.Contains(new Relationship("invoice_lines") { PrimaryEntityRole = EntityRole.Referenced }));
    }

    private sealed class TypedInvoice : Entity
    {
        public TypedInvoice()
            : base("invoice") { }

        public string Number => GetAttributeValue<string>("number");
    }
}
