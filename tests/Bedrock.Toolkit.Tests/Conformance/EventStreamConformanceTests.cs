using System.Text.Json;
using Bedrock.Toolkit.EventStreams;
using Bedrock.Toolkit.Tests.EventStreams;

namespace Bedrock.Toolkit.Tests.Conformance;

public sealed class EventStreamConformanceTests
{
    private static readonly EventStreamLimits NoGuards = new()
    {
        MaxFrameBytes = Array.MaxLength,
        MaxHeadersBytes = int.MaxValue,
        MaxHeaders = int.MaxValue,
    };

    public static TheoryData<string> Positives => EventStreamVectors.Names("positive");

    public static TheoryData<string> Negatives => EventStreamVectors.Names("negative");

    public static TheoryData<string> DerivedNegatives => EventStreamVectors.Names("negative_derived");

    public static TheoryData<string> DerivedPolicies => EventStreamVectors.Names("negative_derived", IsPolicy);

    public static TheoryData<string> GeneratedNegatives => EventStreamVectors.Names("negative_generated");

    public static TheoryData<string> Multis => EventStreamVectors.Names("multi");

    public static TheoryData<string> ProtocolCases => EventStreamVectors.Cases();

    public static TheoryData<string> Recordings => EventStreamVectors.Recordings();

    [SharedTheory]
    [MemberData(nameof(Positives))]
    public void Positive_Frame_DecodesToItsContent(string name)
    {
        byte[] bytes = EventStreamVectors.Bytes("positive", name);

        AssertDecodesTo(EventStreamVectors.Get("positive", name), bytes);
    }

    [SharedTheory]
    [MemberData(nameof(Positives))]
    public void Positive_Content_EncodesToItsFrame(string name)
    {
        EventStreamMessage message = MessageOf(EventStreamVectors.Get("positive", name));

        Assert.Equal(EventStreamVectors.Bytes("positive", name), EventStreamEncoder.Encode(message));
    }

    [SharedTheory]
    [MemberData(nameof(Positives))]
    public Task Positive_CutInEveryWay_GivesTheSameMessage(string name) =>
        AssertSameHoweverCut(EventStreamVectors.Bytes("positive", name), [EventStreamVectors.Get("positive", name)]);

    [SharedTheory]
    [MemberData(nameof(Multis))]
    public Task Multi_CutInEveryWay_GivesTheSameMessages(string name)
    {
        JsonElement vector = EventStreamVectors.Get("multi", name);
        JsonElement[] expected = vector.TryGetProperty("messages", out JsonElement messages)
            ? [.. messages.EnumerateArray()]
            : [.. vector.GetProperty("order").EnumerateArray().Select(part => EventStreamVectors.Get("positive", part.GetString()!))];

        return AssertSameHoweverCut(EventStreamVectors.Bytes("multi", name), expected);
    }

    [SharedTheory]
    [MemberData(nameof(Negatives))]
    public Task Negative_Frame_IsRefusedForItsDefect(string name) =>
        AssertRefused(EventStreamVectors.Get("negative", name), EventStreamVectors.Bytes("negative", name));

    [SharedTheory]
    [MemberData(nameof(DerivedNegatives))]
    public Task DerivedNegative_Frame_IsRefusedForItsDefect(string name) =>
        AssertRefused(EventStreamVectors.Get("negative_derived", name), EventStreamVectors.Bytes("negative-derived", name));

    [SharedTheory]
    [MemberData(nameof(DerivedPolicies))]
    public async Task DerivedNegative_OnlyOverAGuard_IsWaitedForWithoutTheGuard(string name)
    {
        EventStreamReading reading = await EventStreamReading.OfAsync(new PieceStream(EventStreamVectors.Bytes("negative-derived", name)), NoGuards);

        // The file is the beginning of such a frame, so without the guard the only thing wrong is that it ends.
        Assert.IsType<EndOfStreamException>(reading.Failure);
    }

    [SharedTheory]
    [MemberData(nameof(GeneratedNegatives))]
    public async Task GeneratedNegative_Frame_IsRefusedByDefaultAndWaitedForWithoutTheGuard(string name)
    {
        JsonElement vector = EventStreamVectors.Get("negative_generated", name);
        Assert.True(IsPolicy(vector));
        byte[] bytes = [.. vector.GetProperty("build").EnumerateArray().SelectMany(Build)];
        Assert.Equal(vector.GetProperty("length").GetInt32(), bytes.Length);

        await AssertRefused(vector, bytes);

        // Its prelude promises 16 bytes more than the recipe makes, so that without the guard its end comes too early.
        EventStreamReading reading = await EventStreamReading.OfAsync(new PieceStream(bytes), NoGuards);
        EndOfStreamException failure = Assert.IsType<EndOfStreamException>(reading.Failure);
        Assert.Contains($"{bytes.Length} of {vector.GetProperty("total_length")} bytes", failure.Message, StringComparison.Ordinal);
    }

    [SharedTheory]
    [MemberData(nameof(ProtocolCases))]
    public void Protocol_EachFrame_DecodesAndEncodesBack(string name)
    {
        JsonElement[] events = [.. EventStreamVectors.Case(name).GetProperty("events").EnumerateArray()];

        Assert.NotEmpty(events);
        Assert.All(events, e =>
        {
            byte[] bytes = e.GetProperty("bytes").GetBytesFromBase64();
            AssertDecodesTo(e.GetProperty("decoded"), bytes);
            Assert.Equal(bytes, EventStreamEncoder.Encode(MessageOf(e.GetProperty("decoded"))));
        });
    }

    [SharedTheory]
    [MemberData(nameof(Recordings))]
    public async Task Recorded_Stream_GivesItsFramesAndEncodesBack(string name)
    {
        byte[] bytes = EventStreamVectors.RecordedBody(name);
        JsonElement[] frames = [.. EventStreamVectors.Recording(name).GetProperty("response").GetProperty("frames").EnumerateArray()];

        EventStreamReading reading = await EventStreamReading.OfAsync(new PieceStream(bytes, 1_400));

        Assert.Null(reading.Failure);
        Assert.Equal(Convert.ToHexString(bytes), string.Concat(reading.Frames));
        Assert.Equal(
            frames.Select(frame => string.Join('\n', frame.GetProperty("headers").EnumerateObject().Select(h => $"{h.Name}={h.Value}"))),
            reading.Messages.Select(message => string.Join('\n', message.Headers.Select(h => $"{h.Name}={h.AsString()}"))));
    }

    private static void AssertDecodesTo(JsonElement expected, byte[] bytes)
    {
        Assert.True(EventStreamFrame.TryRead(bytes, EventStreamLimits.Default, 0, out EventStreamFrame frame, out int consumed));

        Assert.Equal(expected.GetProperty("total_length").GetInt32(), consumed);
        Assert.Equal(expected.GetProperty("headers_length").GetInt32(), frame.RawHeaders.Length);
        Assert.Equal(expected.GetProperty("prelude_crc").GetString(), Convert.ToHexStringLower(bytes.AsSpan(8, 4)));
        Assert.Equal(expected.GetProperty("message_crc").GetString(), Convert.ToHexStringLower(bytes.AsSpan(consumed - 4, 4)));
        AssertSame(expected, frame.ToMessage());
    }

    private static void AssertSame(JsonElement expected, EventStreamMessage message)
    {
        Assert.Equal(expected.GetProperty("headers").EnumerateArray().Select(Describe), message.Headers.Select(Describe));
        Assert.Equal(expected.GetProperty("payload_base64").GetBytesFromBase64(), message.Payload.ToArray());
    }

    private static async Task AssertSameHoweverCut(byte[] bytes, JsonElement[] expected)
    {
        foreach (int[] pieces in EventStreamReading.WaysToCut(bytes.Length))
        {
            EventStreamReading reading = await EventStreamReading.OfAsync(new PieceStream(bytes, pieces));

            Assert.Null(reading.Failure);
            Assert.Equal(expected.Length, reading.Messages.Count);
            Assert.All(expected.Zip(reading.Messages), pair => AssertSame(pair.First, pair.Second));
        }
    }

    private static async Task AssertRefused(JsonElement vector, byte[] bytes)
    {
        string kind = KindOf(vector);

        EventStreamReading reading = await EventStreamReading.OfAsync(new PieceStream(bytes));

        if (kind == "truncated")
        {
            Assert.IsType<EndOfStreamException>(reading.Failure);
            int framesBefore = vector.GetProperty("name").GetString() == "trailing-garbage-after-frame" ? 1 : 0;
            Assert.Equal(framesBefore, reading.Messages.Count);
            return;
        }

        BedrockProtocolException failure = Assert.IsType<BedrockProtocolException>(reading.Failure);
        Assert.Contains(WordsFor(kind), words => failure.Message.Contains(words, StringComparison.Ordinal));
        Assert.InRange(failure.ByteOffset!.Value, 0, bytes.Length - 1);
        Assert.Empty(reading.Messages);
    }

    /// <summary>What is found first: the frame's own defect, unless a checksum before it does not fit either.</summary>
    private static string KindOf(JsonElement vector) =>
        vector.TryGetProperty("reference_decoder", out JsonElement reference) && reference.GetString() == "message_crc"
            ? "message_crc"
            : vector.GetProperty("expect").GetString()!;

    private static string[] WordsFor(string kind) => kind switch
    {
        "prelude_crc" => ["prelude CRC"],
        "message_crc" => ["message CRC"],
        "length_too_small" or "length_mismatch" => ["total length of a frame"],
        "headers_length" => ["headers length of a frame", nameof(EventStreamLimits.MaxHeadersBytes)],
        "payload_length" => [nameof(EventStreamLimits.MaxFrameBytes)],
        "header_name" => ["name of a header"],
        "header_type" => ["type of a header", "of a header does not exist"],

        // Its one byte is an empty name, which decoders that allow one do not mind.
        "header_type_missing" => ["type of a header runs past", "name of a header is empty"],
        "header_value" => ["value of a header"],
        "invalid_utf8" => ["is not UTF-8"],

        // The frame was made longer and its length was not, so that the checksum is looked for in the middle.
        "invalid_utf8_or_header_name" => ["message CRC"],
        "duplicate_header" => ["occurs twice"],
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, "A defect that the tests do not know yet."),
    };

    private static bool IsPolicy(JsonElement vector) => vector.TryGetProperty("policy", out JsonElement policy) && policy.GetBoolean();

    private static IEnumerable<byte> Build(JsonElement part) => part.TryGetProperty("hex", out JsonElement hex)
        ? Convert.FromHexString(hex.GetString()!)
        : Enumerable.Repeat(Convert.FromHexString(part.GetProperty("repeat_byte").GetString()!)[0], part.GetProperty("count").GetInt32());

    private static EventStreamMessage MessageOf(JsonElement vector) =>
        new(vector.GetProperty("headers").EnumerateArray().Select(HeaderOf), vector.GetProperty("payload_base64").GetBytesFromBase64());

    private static EventStreamHeader HeaderOf(JsonElement header)
    {
        string name = header.GetProperty("name").GetString()!;
        JsonElement value = header.GetProperty("value");
        return header.GetProperty("type").GetInt32() switch
        {
            0 or 1 => EventStreamHeader.FromBoolean(name, value.GetBoolean()),
            2 => EventStreamHeader.FromByte(name, value.GetSByte()),
            3 => EventStreamHeader.FromInt16(name, value.GetInt16()),
            4 => EventStreamHeader.FromInt32(name, value.GetInt32()),
            5 => EventStreamHeader.FromInt64(name, value.GetInt64()),
            6 => EventStreamHeader.FromBytes(name, value.GetBytesFromBase64()),
            7 => EventStreamHeader.FromString(name, value.GetString()!),
            8 => EventStreamHeader.FromTimestamp(name, DateTimeOffset.FromUnixTimeMilliseconds(value.GetInt64())),
            _ => EventStreamHeader.FromUuid(name, new Guid(value.GetBytesFromBase64(), bigEndian: true)),
        };
    }

    private static string Describe(JsonElement header) =>
        $"{header.GetProperty("name").GetString()} {header.GetProperty("type").GetInt32()} {header.GetProperty("value")}";

    private static string Describe(EventStreamHeader header) => $"{header.Name} {(int)header.Type} {header.Type switch
    {
        EventStreamHeaderType.BooleanTrue or EventStreamHeaderType.BooleanFalse => header.AsBoolean(),
        EventStreamHeaderType.Byte => header.AsByte(),
        EventStreamHeaderType.Int16 => header.AsInt16(),
        EventStreamHeaderType.Int32 => header.AsInt32(),
        EventStreamHeaderType.Int64 => header.AsInt64(),
        EventStreamHeaderType.Bytes => (object)Convert.ToBase64String(header.AsBytes().Span),
        EventStreamHeaderType.String => header.AsString(),
        EventStreamHeaderType.Timestamp => header.AsTimestamp().ToUnixTimeMilliseconds(),
        _ => Convert.ToBase64String(header.AsUuid().ToByteArray(bigEndian: true)),
    }}";
}
