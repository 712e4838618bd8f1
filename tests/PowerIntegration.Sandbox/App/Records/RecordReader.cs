using System.Text.Json.Nodes;
using PowerIntegration.Sandbox.App.Access;
using PowerIntegration.Sandbox.App.Catalog;
using PowerIntegration.Sandbox.App.Charts;
using PowerIntegration.Sandbox.App.Commands;
using PowerIntegration.Sandbox.App.Definitions;
using PowerIntegration.Sandbox.App.Frame;
using PowerIntegration.Sandbox.App.Grids;
using PowerIntegration.Sandbox.App.Values;

namespace PowerIntegration.Sandbox.App.Records;

/// <summary>Reads a record and everything that its form shows.</summary>
/// <param name="visit">Who asks.</param>
/// <param name="place">Which record, in which form.</param>
internal sealed class RecordReader(AppVisit visit, RecordPlace place)
{
    private const int Active = 0;

    /// <summary>The row with the columns of the form.</summary>
    public async Task<Requests.AppAnswer> RowAsync()
    {
        var columns = place
            .Form.Cells.Select(cell => cell.Control)
            .Select(control => control is FieldControl field ? field.Column : (control as QuickViewControl)?.Column)
            .Append(place.Table.NameColumn)
            .Append("statecode")
            .Select(name => name is null ? null : place.Table.Column(name)?.WireName)
            .OfType<string>()
            .Distinct();
        return await visit.Dataverse.GetAsync($"{place.Table.Set}({place.Id})?$select={string.Join(',', columns)}", visit.Cancellation);
    }

    /// <summary>The record as it is drawn.</summary>
    /// <param name="row">The row; empty for a new record.</param>
    /// <param name="nonce">Allows the page's own script and style.</param>
    public async Task<RecordModel> ModelAsync(JsonObject row, string nonce)
    {
        var mayWrite = visit.Access.May(place.Id is null ? "Create" : "Write", place.Table) && IsActive(row);
        var fields = new Dictionary<string, FieldModel>(StringComparer.Ordinal);
        var grids = new Dictionary<string, GridModel?>(StringComparer.Ordinal);
        var charts = new Dictionary<string, ChartModel>(StringComparer.Ordinal);
        var quickViews = new Dictionary<string, QuickViewModel>(StringComparer.Ordinal);
        foreach (var control in place.Form.Cells.Select(cell => cell.Control).OfType<FormControl>())
        {
            switch (control)
            {
                case FieldControl field when !fields.TryGetValue(field.Column, out var known) || (known.IsReadOnly && !field.IsReadOnly):
                    fields[field.Column] = await FieldAsync(row, field, mayWrite);
                    break;
                case GridControl grid:
                    (grids[grid.Id], var chart) = await GridAsync(grid);
                    if (chart is not null)
                    {
                        charts[grid.Id] = chart;
                    }

                    break;
                case QuickViewControl quickView:
                    quickViews[quickView.Id] = await QuickViewAsync(row, quickView);
                    break;
            }
        }

        var title = Title(row);
        return new RecordModel
        {
            Shell = ShellModel.Of(visit, title, nonce, place.Table.Name),
            Table = place.Table,
            Id = place.Id,
            Form = place.Form,
            Forms = place.Forms,
            Title = title,
            Address = place.Address,
            Version = row["@odata.etag"]?.ToString() ?? "",
            IsEditable = fields.Values.Any(field => !field.IsReadOnly),
            Fields = fields,
            Grids = grids,
            Charts = charts,
            QuickViews = quickViews,
            Commands = CommandReader.OfForm(
                visit,
                place.Table.Name,
                place.Id is not null,
                column => fields.TryGetValue(column, out var field) ? field.Was : ""
            ),
        };
    }

    private static bool IsActive(JsonObject row) => row["statecode"] is not { } state || state.GetValue<int>() == Active;

    private string Title(JsonObject row) =>
        place.Id is null ? $"New {place.Table.Label}"
        : place.Table.NameColumn is { } name && row[name]?.ToString() is { Length: > 0 } text ? text
        : $"{place.Table.Label} without a name";

    private async Task<FieldModel> FieldAsync(JsonObject row, FieldControl control, bool mayWrite)
    {
        var column = place.Table.Column(control.Column)!;
        var valid = place.Id is null ? column.IsValidForCreate : column.IsValidForUpdate;
        var isReadOnly = control.IsReadOnly || !mayWrite || !valid || column.Type is "State" or "Status" or "Uniqueidentifier";
        var isGiven = place.Id is null && !isReadOnly && place.Given.ContainsKey(control.Column);
        var value = isGiven ? FieldInput.Given(column, place.Given[control.Column]) : FieldInput.Of(row, column);
        var field = new FieldModel
        {
            Column = column,
            Value = value,
            Was = FieldInput.Of(row, column),
            Text = isGiven ? place.Given.GetValueOrDefault(control.Column + "name", "") : CellText.Of(row, column.WireName, column),
            IsReadOnly = isReadOnly,
            LookupView = control.LookupView,
        };
        if (column.IsLookup)
        {
            return await LookupAsync(row, field);
        }

        return column.IsAddress && WebAddress.Is(field.Text) ? field with { Address = field.Text } : field;
    }

    private async Task<FieldModel> LookupAsync(JsonObject row, FieldModel field)
    {
        var target = CellText.Reference(row, field.Column.WireName);
        var isNamed = row[field.Column.WireName + Requests.AppDataverse.Formatted] is not null;
        var options = field.IsReadOnly ? [] : await LookupReader.AllAsync(visit, field.Column, field.LookupView);
        return field with
        {
            Text = target is null || isNamed ? field.Text : await UnnamedAsync(target.Value),
            Address = target is { } there && isNamed && visit.MayOpen(there.Table) ? AppAddress.Record(there.Table, there.Id) : null,
            Options = options,
        };
    }

    private async Task<string> UnnamedAsync((string Table, Guid Id) target)
    {
        if (visit.Catalog.Find(target.Table) is not { } table)
        {
            return "(no name)";
        }

        var answer = await visit.Dataverse.GetAsync($"{table.Set}({target.Id})?$select={table.Key}", visit.Cancellation);
        return answer.IsMissing ? "(this record no longer exists)" : "(no name)";
    }

    private async Task<(GridModel? Grid, ChartModel? Chart)> GridAsync(GridControl control)
    {
        if (place.Id is not { } id || visit.App.View(control.View) is not { } view || !visit.MayRead(control.Table))
        {
            return (null, null);
        }

        var parent = control.Relationship is { } name ? visit.Catalog.Relationship(name)! : null;
        var request = new GridRequest
        {
            Id = control.Id,
            View = view,
            State = place.StateOf(control.Id, view),
            PageSize = control.PageSize,
            Parent = parent is null ? null : (parent.Column, id),
            WithTotals = true,
            Address = state => place.AddressOf(control.Id, state),
        };
        var chart =
            control.Shows != GridMode.Grid && control.Chart is { } chartId
                ? await ChartReader.ReadAsync(
                    visit,
                    visit.App.Chart(chartId)!,
                    GridQuery.Filtered(request, null, visit.Catalog.Find(control.Table)!),
                    control.Id + "-chart"
                )
                : null;
        return (control.Shows == GridMode.Chart ? null : await RowsAsync(request, parent), chart);
    }

    private async Task<GridModel> RowsAsync(GridRequest request, RelationshipInfo? parent)
    {
        var table = visit.Catalog.Find(request.View.Table)!;
        var isNewAllowed = parent is not null && visit.Access.May("Create", table) && visit.App.MainForms(table.Name).Count > 0;
        var rows = await GridReader.ReadAsync(visit, request);
        return rows with
        {
            NewAddress = isNewAllowed ? AppAddress.New(table.Name, Given(parent!.Column, place.Id!.Value)) : null,
            RecordLabel = table.Label,
        };
    }

    private static Dictionary<string, string> Given(string column, Guid row) => new() { [column] = row.ToString() };

    private async Task<QuickViewModel> QuickViewAsync(JsonObject row, QuickViewControl control)
    {
        if (CellText.Reference(row, place.Table.Column(control.Column)!.WireName) is not { } target)
        {
            return new QuickViewModel([], "Nothing is chosen.");
        }

        if (!control.Forms.TryGetValue(target.Table, out var formId) || visit.App.Form(formId) is not { } form || !visit.MayRead(target.Table))
        {
            return new QuickViewModel([], "Your security roles do not let you read this record.");
        }

        var table = visit.Catalog.Find(target.Table)!;
        var fields = form.Cells.Where(cell => cell.IsVisible && cell.Control is FieldControl).ToList();
        var columns = fields.Select(cell => table.Column(((FieldControl)cell.Control!).Column)!).ToList();
        var select = string.Join(',', columns.Select(column => column.WireName).Distinct());
        var answer = await visit.Dataverse.GetAsync($"{table.Set}({target.Id})?$select={select}", visit.Cancellation);
        return answer.IsGood
            ? new QuickViewModel([.. columns.Select((column, index) => Fact(fields[index], column, answer.Body!))], null)
            : new QuickViewModel([], answer.IsMissing ? "This record no longer exists." : answer.Sentence);
    }

    private static QuickViewFact Fact(FormCell cell, ColumnInfo column, JsonObject row) =>
        new(cell.Label.Length > 0 ? cell.Label : column.Label, CellText.Of(row, column.WireName, column));
}
