namespace PowerIntegration.Sandbox.App.Charts;

/// <summary>The places of a chart's parts in a picture: columns, a line, or the slices of a circle. The first measure is drawn.</summary>
/// <param name="Model">The chart.</param>
public sealed record ChartDrawing(ChartModel Model)
{
    /// <summary>Width of the picture of columns and lines.</summary>
    public const int Width = 480;

    /// <summary>Height of the picture of columns and lines.</summary>
    public const int Height = 200;

    private const int Left = 16;
    private const int Top = 28;
    private const int Bottom = 34;
    private const int LabelLength = 14;
    private const double ColumnShare = 0.6;
    private const double Radius = 90;
    private const double Center = 100;
    private const double Hole = 52;

    /// <summary>Where zero is.</summary>
    public double Zero => Y(0m);

    /// <summary>Lines of the background, from bottom to top.</summary>
    public IReadOnlyList<double> Steps => [.. Enumerable.Range(0, 5).Select(step => Y(Low + ((High - Low) * step / 4m)))];

    /// <summary>The columns.</summary>
    public IReadOnlyList<ChartColumn> Columns =>
        [
            .. Model.Parts.Select(
                (part, index) =>
                {
                    var top = Math.Min(Y(Value(part)), Zero);
                    return new ChartColumn(
                        Middle(index) - (Slot * ColumnShare / 2),
                        top,
                        Slot * ColumnShare,
                        Math.Max(1, Math.Abs(Y(Value(part)) - Zero)),
                        Value(part) < 0m
                    );
                }
            ),
        ];

    /// <summary>The points of the line.</summary>
    public IReadOnlyList<(double X, double Y)> Points => [.. Model.Parts.Select((part, index) => (Middle(index), Y(Value(part))))];

    /// <summary>The line.</summary>
    public string Line => string.Join(' ', Points.Select(point => $"{Text(point.X)},{Text(point.Y)}"));

    /// <summary>The slices of a circle; parts below zero have none.</summary>
    public IReadOnlyList<ChartSlice> Slices
    {
        get
        {
            var whole = (double)Model.Parts.Sum(part => Math.Max(0m, Value(part)));
            var slices = new List<ChartSlice>();
            var begin = 0d;
            for (var index = 0; whole > 0 && index < Model.Parts.Count; index++)
            {
                var share = (double)Math.Max(0m, Value(Model.Parts[index])) / whole;
                if (share > 0)
                {
                    slices.Add(new ChartSlice(index, Slice(begin, share), (int)Math.Round(share * 100)));
                }

                begin += share;
            }

            return slices;
        }
    }

    /// <summary>The middle of a part from left to right.</summary>
    /// <param name="index">Its number.</param>
    public double Middle(int index) => Left + (Slot * (index + 0.5));

    /// <summary>A label that fits below its part; every second one is left out where they are many.</summary>
    /// <param name="index">Number of the part.</param>
    public string Label(int index)
    {
        var every = (int)Math.Ceiling(Model.Parts.Count / 12d);
        var label = Model.Parts[index].Label;
        return index % every != 0 ? ""
            : label.Length > LabelLength ? label[..(LabelLength - 1)] + "\u2026"
            : label;
    }

    /// <summary>A number as SVG writes it.</summary>
    /// <param name="number">The number.</param>
    public static string Text(double number) => number.ToString("0.##", CultureInfo.InvariantCulture);

    private double Slot => (Width - (2d * Left)) / Math.Max(1, Model.Parts.Count);

    private decimal High => Math.Max(0m, Model.Parts.Max(Value)) is var most && most == 0m && Low == 0m ? 1m : Math.Max(0m, Model.Parts.Max(Value));

    private decimal Low => Math.Min(0m, Model.Parts.Min(Value));

    private static decimal Value(ChartPart part) => part.Figures[0].Value;

    private double Y(decimal value) => Top + ((double)((High - value) / (High - Low)) * (Height - Top - Bottom));

    private static string Slice(double begin, double share)
    {
        // A whole circle has no two ends, so it is drawn a little open.
        var end = begin + Math.Min(share, 0.9999);
        var isLarge = share > 0.5 ? 1 : 0;
        return $"M{On(begin, Radius)}A{Text(Radius)} {Text(Radius)} 0 {isLarge} 1 {On(end, Radius)}"
            + $"L{On(end, Hole)}A{Text(Hole)} {Text(Hole)} 0 {isLarge} 0 {On(begin, Hole)}Z";
    }

    private static string On(double share, double radius)
    {
        var angle = (share - 0.25) * 2 * Math.PI;
        return $"{Text(Center + (radius * Math.Cos(angle)))} {Text(Center + (radius * Math.Sin(angle)))}";
    }
}

/// <summary>A column of a picture.</summary>
/// <param name="X">Its left side.</param>
/// <param name="Y">Its upper side.</param>
/// <param name="Width">Its width.</param>
/// <param name="Height">Its height.</param>
/// <param name="IsMinus">Whether it is below zero.</param>
public sealed record ChartColumn(double X, double Y, double Width, double Height, bool IsMinus);

/// <summary>A slice of a circle.</summary>
/// <param name="Part">Number of its part.</param>
/// <param name="Path">Its outline.</param>
/// <param name="Percent">Its share.</param>
public sealed record ChartSlice(int Part, string Path, int Percent);
