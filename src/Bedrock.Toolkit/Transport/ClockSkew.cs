using System.Net.Http.Headers;

namespace Bedrock.Toolkit.Transport;

/// <summary>How far a server's clock is ahead of ours, measured by each of its answers, so that signatures carry a time that it accepts. Thread-safe.</summary>
/// <remarks>The service refuses signatures that are more than 5 minutes off.</remarks>
internal sealed class ClockSkew(bool isEnabled)
{
    /// <summary>From here on a refused signature is the clock's fault.</summary>
    public static readonly TimeSpan Threshold = TimeSpan.FromMinutes(4);

    // An answer that took longer says too little about the moment at which its date was written.
    private static readonly TimeSpan LongestTrusted = TimeSpan.FromMinutes(15);

    // A date further off is nonsense, and sums with it could leave the calendar.
    private static readonly TimeSpan MaxSkew = TimeSpan.FromDays(36500);

    private long _ticks;

    // The date read last: a server writes the same one for a whole second, and reading it costs more than signing.
    private volatile Stamp? _last;

    /// <summary>What the last usable answer said; zero when correction is off.</summary>
    public TimeSpan Current
    {
        get => new(Interlocked.Read(ref _ticks));
        internal set => Interlocked.Exchange(ref _ticks, value.Ticks);
    }

    /// <summary>Takes the skew from an answer of AWS: what a gateway or a proxy on the way says is the time on its own machine.</summary>
    /// <param name="headers">The answer's headers.</param>
    /// <param name="received">Our time when they arrived.</param>
    /// <param name="took">How long the answer took from sending, by a clock that never jumps.</param>
    /// <returns>The skew; null when the answer does not tell it.</returns>
    public TimeSpan? Observe(HttpResponseHeaders headers, DateTimeOffset received, TimeSpan took)
    {
        if (!isEnabled
            || took > LongestTrusted
            || !IsOfAws(headers)
            || headers.NonValidated.Contains("Age") // a cache wrote this date some time ago
            || AnswerHeaders.Text(headers, "Date") is not { } text
            || !TryRead(text, out DateTimeOffset date))
        {
            return null;
        }

        // The server wrote its date somewhere on the way: the middle is the best guess.
        TimeSpan skew = date - (received - (took / 2));
        if (skew.Duration() > MaxSkew)
        {
            return null;
        }

        Current = skew;
        return skew;
    }

    private bool TryRead(string text, out DateTimeOffset date)
    {
        Stamp? last = _last;
        bool isKnown = last is not null && last.Text == text;
        date = isKnown ? last!.Date : default;
        if (!isKnown && WireTimestamp.TryParseHttpDate(text, out date))
        {
            _last = new Stamp(text, date);
            isKnown = true;
        }

        return isKnown;
    }

    private static bool IsOfAws(HttpResponseHeaders headers) =>
        headers.NonValidated.Contains("x-amzn-RequestId") || headers.NonValidated.Contains("x-amz-request-id")
            || headers.NonValidated.Contains(ErrorAnswer.TypeHeader);

    /// <summary>Whether an error of this name can come from a wrong clock.</summary>
    public static bool IsSkewCode(string? code) => code is "RequestTimeTooSkewed" or "InvalidSignatureException" or "SignatureDoesNotMatch"
        or "AuthFailure" or "AccessDeniedException" or "RequestExpired" or "RequestInTheFuture";

    private sealed record Stamp(string Text, DateTimeOffset Date);
}
