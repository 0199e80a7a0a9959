using System.Globalization;
using System.Text;

namespace Bedrock.Toolkit.Benchmarks.Growth;

/// <summary>Draws how the cost of a unit changes with the number of units: a line that does not rise is linear growth.</summary>
internal static class GrowthPicture
{
    private const double Left = 60;
    private const double Top = 20;
    private const double Width = 480;
    private const double Height = 260;
    private const double Decades = 5;

    // From a thousandth of the cost at the least size to ten times it.
    private const double Up = 1;
    private const double Down = 3;

    private static readonly string[] Colours = ["#1f77b4", "#d62728", "#2ca02c", "#9467bd", "#8c564b"];

    public static string Draw(IReadOnlyList<GrowthLine> lines)
    {
        var svg = new StringBuilder();
        svg.Append("""<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 780 340" font-family="sans-serif" font-size="12">""").Append('\n');
        svg.Append("""<rect width="780" height="340" fill="white"/>""").Append('\n');
        for (int power = (int)-Down; power <= Up; power++)
        {
            string label = power >= 0 ? Math.Pow(10, power).ToString("0", CultureInfo.InvariantCulture) : "1/" + Math.Pow(10, -power).ToString("0", CultureInfo.InvariantCulture);
            svg.Append(CultureInfo.InvariantCulture, $"<path d=\"M{Left} {Y(power):0.#}h{Width}\" stroke=\"{(power == 0 ? "#555" : "#ddd")}\"/>");
            svg.Append(CultureInfo.InvariantCulture, $"<text x=\"{Left - 6}\" y=\"{Y(power) + 4:0.#}\" text-anchor=\"end\">{label}</text>\n");
        }

        for (int power = 0; power <= Decades; power++)
        {
            svg.Append(CultureInfo.InvariantCulture, $"<path d=\"M{X(power):0.#} {Top}v{Height}\" stroke=\"#ddd\"/>");
            svg.Append(CultureInfo.InvariantCulture,
                $"<text x=\"{X(power):0.#}\" y=\"{Top + Height + 18}\" text-anchor=\"middle\">{Math.Pow(10, power):N0}</text>\n");
        }

        for (int i = 0; i < lines.Count; i++)
        {
            string colour = Colours[i % Colours.Length];
            double first = lines[i].Points[0].EachTime;
            string points = string.Join(' ', lines[i].Points.Select(p => string.Create(
                CultureInfo.InvariantCulture, $"{X(Math.Log10(p.Size)):0.#},{Y(Math.Clamp(Math.Log10(p.EachTime / first), -Down, Up)):0.#}")));
            svg.Append(CultureInfo.InvariantCulture, $"<polyline points=\"{points}\" fill=\"none\" stroke=\"{colour}\" stroke-width=\"2\"/>");
            svg.Append(CultureInfo.InvariantCulture, $"<text x=\"{Left + Width + 12}\" y=\"{Top + 20 + (20 * i)}\" fill=\"{colour}\">{lines[i].Name}</text>\n");
        }

        svg.Append(CultureInfo.InvariantCulture,
            $"<text x=\"{Left + (Width / 2)}\" y=\"{Top + Height + 42}\" text-anchor=\"middle\">units; processor time of each, against that at the least number</text>\n</svg>\n");
        return svg.ToString();
    }

    private static double X(double power) => Left + (Width * power / Decades);

    private static double Y(double power) => Top + (Height * (Up - power) / (Up + Down));
}
