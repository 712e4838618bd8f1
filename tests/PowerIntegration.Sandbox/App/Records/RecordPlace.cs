using System.Web;
using Microsoft.AspNetCore.Http;
using PowerIntegration.Sandbox.App.Access;
using PowerIntegration.Sandbox.App.Catalog;
using PowerIntegration.Sandbox.App.Definitions;
using PowerIntegration.Sandbox.App.Grids;

namespace PowerIntegration.Sandbox.App.Records;

/// <summary>Which record is meant, in which form, with which pages of its subgrids: what the address says.</summary>
internal sealed record RecordPlace
{
    private const string PageOption = "page-";
    private const string SortOption = "sort-";
    private const string Descending = "!";

    private readonly IReadOnlyDictionary<string, string> grids;

    private RecordPlace(IReadOnlyDictionary<string, string> grids) => this.grids = grids;

    /// <summary>The table.</summary>
    public required TableInfo Table { get; init; }

    /// <summary>The record; null for a new one.</summary>
    public required Guid? Id { get; init; }

    /// <summary>The form.</summary>
    public required FormDefinition Form { get; init; }

    /// <summary>The forms that the person may choose.</summary>
    public required IReadOnlyList<FormDefinition> Forms { get; init; }

    /// <summary>
    /// Values that a new record begins with, by their columns. A lookup has the name of its row beside it, under its name and "name".
    /// </summary>
    public required IReadOnlyDictionary<string, string> Given { get; init; }

    /// <summary>Address of the form, without pages of subgrids.</summary>
    public required string Address { get; init; }

    /// <summary>Reads an address.</summary>
    /// <param name="visit">Who asks.</param>
    /// <param name="options">Options of the address.</param>
    /// <returns>Null where the table or the form is not for this person.</returns>
    public static RecordPlace? Of(AppVisit visit, IQueryCollection options)
    {
        var name = options["etn"].ToString();
        if (visit.Catalog.Find(name) is not { } table || !visit.MayRead(name))
        {
            return null;
        }

        var forms = visit.App.MainForms(name).Where(form => visit.Access.IsIn(form.Roles)).ToList();
        var wanted = Guid.TryParse(options["formid"], out var formId) ? forms.Find(form => form.Id == formId) : null;
        if ((wanted ?? forms.FirstOrDefault()) is not { } shown)
        {
            return null;
        }

        var id = Guid.TryParse(options["id"], out var record) ? record : (Guid?)null;
        var given = Start(options["extraqs"]);
        return new RecordPlace(
            options
                .Where(one => one.Key.StartsWith(PageOption, StringComparison.Ordinal) || one.Key.StartsWith(SortOption, StringComparison.Ordinal))
                .ToDictionary(one => one.Key, one => one.Value.ToString())
        )
        {
            Table = table,
            Id = id,
            Form = shown,
            Forms = forms,
            Given = given,
            Address =
                (id is { } existing ? AppAddress.Record(name, existing) : AppAddress.New(name, given))
                + (wanted is null ? "" : $"&formid={wanted.Id}"),
        };
    }

    /// <summary>Page and order of a subgrid.</summary>
    /// <param name="grid">Its id.</param>
    /// <param name="view">Its view.</param>
    public GridState StateOf(string grid, ViewDefinition view)
    {
        var page = int.TryParse(grids.GetValueOrDefault(PageOption + grid), NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            ? Math.Max(1, number)
            : 1;
        var sort = grids.GetValueOrDefault(SortOption + grid) ?? "";
        var column = sort.TrimEnd(Descending[0]);
        return new GridState(
            page,
            view.Cells.Any(cell => cell.Name == column && cell.IsSortable) ? column : null,
            sort.EndsWith(Descending, StringComparison.Ordinal)
        );
    }

    /// <summary>Address of the form with another page or order of a subgrid.</summary>
    /// <param name="grid">Its id.</param>
    /// <param name="state">Page and order.</param>
    public string AddressOf(string grid, GridState state)
    {
        var all = grids.ToDictionary(one => one.Key, one => one.Value);
        all[PageOption + grid] = state.Page.ToString(CultureInfo.InvariantCulture);
        all.Remove(SortOption + grid);
        if (state.Sort is { } sort)
        {
            all[SortOption + grid] = sort + (state.IsDescending ? Descending : "");
        }

        return Address + string.Concat(all.Select(one => $"&{Uri.EscapeDataString(one.Key)}={Uri.EscapeDataString(one.Value)}"));
    }

    private static Dictionary<string, string> Start(string? text)
    {
        var pairs = HttpUtility.ParseQueryString(text ?? "");
        return pairs.AllKeys.OfType<string>().Distinct(StringComparer.Ordinal).ToDictionary(column => column, column => pairs[column] ?? "");
    }
}
