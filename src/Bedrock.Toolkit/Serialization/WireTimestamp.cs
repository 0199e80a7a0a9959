namespace Bedrock.Toolkit.Serialization;

/// <summary>The three ways in which AWS writes a moment: seconds since 1970, the date of HTTP, and RFC 3339.</summary>
/// <remarks>
/// Moments are those that <see cref="DateTimeOffset"/> holds, years 1 to 9999; others are refused. Written with microseconds at most.
/// Source: https://smithy.io/2.0/aws/protocols/aws-restjson1-protocol.html
/// </remarks>
internal static class WireTimestamp
{
    private const string HttpDateFormat = "ddd, dd MMM yyyy HH':'mm':'ss 'GMT'";
    private const int MaxFractionDigits = 9;
    private const long TicksOfMicrosecond = TimeSpan.TicksPerMillisecond / 1000;

    private static readonly string[] HttpDateFormats =
    [
        HttpDateFormat,
        "ddd, dd MMM yyyy HH':'mm':'ss'.'FFFFFFF 'GMT'",
    ];

    private static readonly string[] DateTimeFormats =
    [
        "yyyy-MM-dd'T'HH':'mm':'ss'Z'",
        "yyyy-MM-dd'T'HH':'mm':'ss'.'FFFFFFF'Z'",
        "yyyy-MM-dd'T'HH':'mm':'sszzz",
        "yyyy-MM-dd'T'HH':'mm':'ss'.'FFFFFFFzzz",
    ];

    /// <summary>As the header <c>Date</c> has it: whole seconds.</summary>
    public static string FormatHttpDate(DateTimeOffset moment) => moment.UtcDateTime.ToString(HttpDateFormat, CultureInfo.InvariantCulture);

    /// <summary>RFC 3339 in UTC.</summary>
    public static string FormatDateTime(DateTimeOffset moment) =>
        moment.UtcDateTime.ToString("yyyy-MM-dd'T'HH':'mm':'ss", CultureInfo.InvariantCulture) + Fraction(moment) + "Z";

    /// <summary>Seconds since 1970. A fraction counts forward from the whole second, also before 1970, as the AWS SDKs write it.</summary>
    public static string FormatEpochSeconds(DateTimeOffset moment) =>
        moment.ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture) + Fraction(moment);

    /// <summary>Reads the date of HTTP; a fraction of the second is accepted.</summary>
    public static bool TryParseHttpDate(ReadOnlySpan<char> text, out DateTimeOffset moment) => TryParse(text, HttpDateFormats, out moment);

    /// <summary>Reads RFC 3339, in UTC or with an offset.</summary>
    public static bool TryParseDateTime(ReadOnlySpan<char> text, out DateTimeOffset moment) => TryParse(text, DateTimeFormats, out moment);

    /// <summary>Reads seconds since 1970, with or without a fraction.</summary>
    public static bool TryParseEpochSeconds(ReadOnlySpan<char> text, out DateTimeOffset moment)
    {
        moment = default;
        int point = text.IndexOf('.');
        ReadOnlySpan<char> whole = point < 0 ? text : text[..point];
        if (!long.TryParse(whole, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out long seconds)
            || seconds < DateTimeOffset.MinValue.ToUnixTimeSeconds()
            || seconds > DateTimeOffset.MaxValue.ToUnixTimeSeconds())
        {
            return false;
        }

        long ticks = 0;
        if (point >= 0 && !TryReadFraction(text[(point + 1)..], out ticks))
        {
            return false;
        }

        moment = DateTimeOffset.FromUnixTimeSeconds(seconds).AddTicks(ticks);
        return true;
    }

    private static bool TryParse(ReadOnlySpan<char> text, string[] formats, out DateTimeOffset moment) => DateTimeOffset.TryParseExact(
        text, formats, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal, out moment);

    private static bool TryReadFraction(ReadOnlySpan<char> digits, out long ticks)
    {
        ticks = 0;
        if (digits.Length is 0 or > MaxFractionDigits || digits.ContainsAnyExceptInRange('0', '9'))
        {
            return false;
        }

        long unit = TimeSpan.TicksPerSecond;
        foreach (char digit in digits)
        {
            unit /= 10;
            ticks += (digit - '0') * unit;
        }

        return true;
    }

    private static string Fraction(DateTimeOffset moment)
    {
        long microseconds = moment.UtcTicks % TimeSpan.TicksPerSecond / TicksOfMicrosecond;
        return microseconds == 0 ? string.Empty : "." + microseconds.ToString("D6", CultureInfo.InvariantCulture).TrimEnd('0');
    }
}
