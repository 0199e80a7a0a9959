using System.Globalization;
using Bedrock.Toolkit.Converse;

namespace WebApi;

/// <summary>A tool that the model may call: the tides of today, made up from the moon's period and the harbour's name. Not for navigation.</summary>
public static class TideTool
{
    public const string Name = "tide_times";

    private const double HoursBetweenHighs = 12.42;
    private const double DaysBetweenSprings = 14.77;

    public static RunnableTool Create(TimeProvider time) => RunnableTool.Create(
        Name,
        "Gives the times and heights of today's high and low water in a harbour.",
        ChatJsonContext.Default.TideQuestion,
        ChatJsonContext.Default.TideTable,
        (question, _) => Task.FromResult(Tides(question.Harbour ?? "", DateOnly.FromDateTime(time.GetUtcNow().UtcDateTime))));

    private static TideTable Tides(string harbour, DateOnly day)
    {
        double phase = harbour.Aggregate(7, (hash, letter) => ((hash * 31) + letter) % 1242) / 100.0;
        double spring = Math.Cos(2 * Math.PI * day.DayNumber / DaysBetweenSprings);
        double hours = phase - ((day.DayNumber * 24 % HoursBetweenHighs) - HoursBetweenHighs);
        List<Tide> tides = [];
        for (double at = (hours % HoursBetweenHighs) - HoursBetweenHighs, half = 0; at < 24; at += HoursBetweenHighs / 2, half++)
        {
            bool isHigh = half % 2 == 0;
            if (at >= 0)
            {
                string clock = TimeOnly.MinValue.AddMinutes(Math.Floor(at * 60)).ToString("HH:mm", CultureInfo.InvariantCulture);
                tides.Add(new Tide(isHigh ? "high" : "low", clock, Math.Round(isHigh ? 3.4 + (0.6 * spring) : 0.9 - (0.4 * spring), 1)));
            }
        }

        return new TideTable(harbour, day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture), tides);
    }
}
