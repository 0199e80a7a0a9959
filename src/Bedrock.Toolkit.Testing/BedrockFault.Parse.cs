using System.Globalization;

namespace Bedrock.Toolkit.Testing;

/// <content>Faults from texts, for scripts and command lines.</content>
public sealed partial class BedrockFault
{
    /// <summary>The names that <see cref="Parse"/> takes; those with a number end in parentheses.</summary>
    public static IReadOnlyList<string> Names => Catalogue.Names;

    /// <summary>A fault by its name, such as <c>Throttling</c>, <c>Status(503)</c> or <c>TruncatedStream(2)</c>.</summary>
    /// <param name="text">The name, with a status or a number of events in parentheses where the fault has one; case does not matter.</param>
    /// <returns>The fault.</returns>
    /// <exception cref="FormatException">There is no such fault; the message lists all.</exception>
    public static BedrockFault Parse(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        string name = text.Trim();
        int open = name.IndexOf('(', StringComparison.Ordinal);
        if (open < 0 && Catalogue.Plain.TryGetValue(name, out BedrockFault? fault))
        {
            return fault;
        }

        return open > 0 && name.EndsWith(')') && Catalogue.Numbered.TryGetValue(name[..open], out Func<int, BedrockFault>? create)
            && int.TryParse(name[(open + 1)..^1], NumberStyles.None, CultureInfo.InvariantCulture, out int number)
            ? create(number)
            : throw new FormatException($"'{text}' is no fault. There are: {string.Join(", ", Names)}, with a number in the parentheses.");
    }

    // A class of its own, because it needs the faults of all parts of this one.
    private static class Catalogue
    {
        public static readonly Dictionary<string, BedrockFault> Plain = new BedrockFault[]
        {
            Throttling, ServiceUnavailable, InternalServerError, ModelNotReady, ModelTimeout, ModelError, AccessDenied, ExpiredToken, QuotaExceeded,
            RequestTimeout, RetryAfter, EmptyBody, Redirect, WrongContentType, MalformedJson, Compressed, InvalidUtf8, DeepJson, ErrorUnderSuccess,
        }.ToDictionary(fault => fault._name, StringComparer.OrdinalIgnoreCase);

        public static readonly Dictionary<string, Func<int, BedrockFault>> Numbered = new(StringComparer.OrdinalIgnoreCase)
        {
            [nameof(Status)] = static status => Status(status),
            [nameof(StatusWithoutBody)] = StatusWithoutBody,
            [nameof(Html)] = Html,
            [nameof(TruncatedStream)] = TruncatedStream,
            [nameof(EndsEarly)] = EndsEarly,
            [nameof(CutInPrelude)] = CutInPrelude,
            [nameof(CorruptFrame)] = CorruptFrame,
            [nameof(CorruptPrelude)] = CorruptPrelude,
            [nameof(ImpossibleLength)] = ImpossibleLength,
            [nameof(OversizedFrame)] = OversizedFrame,
            [nameof(UnknownHeaderType)] = UnknownHeaderType,
            [nameof(UnknownEvent)] = UnknownEvent,
            [nameof(MissingMessageType)] = MissingMessageType,
            [nameof(BrokenChunk)] = BrokenChunk,
            [nameof(StreamError)] = StreamError,
            [nameof(ConnectionReset)] = ConnectionReset,
            [nameof(Silence)] = Silence,
        };

        public static readonly IReadOnlyList<string> Names = [.. Plain.Keys, .. Numbered.Keys.Select(static name => name + "()")];
    }
}
