using System.Buffers.Binary;
using System.Globalization;
using System.Net;
using System.Text;
using System.Text.Json;
using Bedrock.Toolkit.Testing;
using Bedrock.Toolkit.Testing.Engine;
using Bedrock.Toolkit.Testing.Simulation;
using Bedrock.Toolkit.Tests.Conformance;
using Bedrock.Toolkit.Tests.Support;

namespace Bedrock.Toolkit.Tests.Testing;

/// <summary>Talks with the simulated Nova Sonic, over HTTP/2 and signed frame by frame.</summary>
public class SimulatedSpeechTests
{
    [Fact]
    public async Task Talk_TypedTurn_IsPreviewedSpokenAndCountedWhileTheRequestGoesOn()
    {
        await using BedrockServer server = await BedrockServer.StartAsync();
        await using SpeechCall call = await SpeechCall.OpenAsync(server);
        call.Begin();
        call.SendText("first", "USER", "How high is it?");

        List<(string Name, JsonElement Value)> events = await call.ReadToAsync("completionEnd");

        Assert.Equal(200, call.StatusCode);
        Assert.Equal(["usageEvent", "completionStart"], events.Take(2).Select(e => e.Name));
        Assert.All(events.Where(e => e.Name == "textOutput"),
            e => Assert.Contains("How high is it?", e.Value.GetProperty("content").GetString(), StringComparison.Ordinal));
        Assert.Equal(["SPECULATIVE", "FINAL"], events.Where(e => e.Name == "contentStart" && e.Value.GetProperty("type").GetString() == "TEXT")
            .Select(e => JsonElement.Parse(e.Value.GetProperty("additionalModelFields").GetString()!).GetProperty("generationStage").GetString()));
        int words = events.First(e => e.Name == "textOutput").Value.GetProperty("content").GetString()!.Split(' ').Length;
        Assert.Equal(words * 60 * 8 * 2, events.Where(e => e.Name == "audioOutput").Sum(e => e.Value.GetProperty("content").GetBytesFromBase64().Length));
        JsonElement last = events.Last(e => e.Name == "usageEvent").Value;
        Assert.True(last.GetProperty("totalOutputTokens").GetInt32() > 0);
        Assert.Equal(last.GetProperty("totalTokens").GetInt32(), last.GetProperty("totalInputTokens").GetInt32() + last.GetProperty("totalOutputTokens")
            .GetInt32());

        // The same request has a second turn, and an end.
        call.SendText("second", "USER", "And the wind?");
        Assert.Contains(await call.ReadToAsync("completionEnd"), e => e.Name == "textOutput"
            && e.Value.GetProperty("content").GetString()!.Contains("And the wind?", StringComparison.Ordinal));
        call.Send("""{"event":{"promptEnd":{"promptName":"p"}}}""");
        call.Send("""{"event":{"sessionEnd":{}}}""");
        call.SendFrame([]);
        Assert.Null(await call.ReadAsync());
        Assert.Equal("InvokeModelWithBidirectionalStream", Assert.Single(server.Calls).Operation);
    }

    [Fact]
    public async Task Talk_ToolNamed_IsUsedAndItsResultSpoken()
    {
        await using BedrockServer server = await BedrockServer.StartAsync();
        await using SpeechCall call = await SpeechCall.OpenAsync(server);
        call.Begin();
        call.SendText("first", "USER", "Use tide for Skerrin.");

        JsonElement use = (await call.ReadToAsync("toolUse")).Last().Value;
        Assert.Equal("""{"port":"Skerrin"}""", use.GetProperty("content").GetString());
        Assert.Equal("TOOL_USE", (await call.ReadToAsync("contentEnd")).Last().Value.GetProperty("stopReason").GetString());

        string tool = use.GetProperty("toolUseId").GetString()!;
        call.Send("""{"event":{"contentStart":{"promptName":"p","contentName":"t","type":"TOOL","role":"TOOL","toolResultInputConfiguration":{"toolUseId":"ID"}}}}"""
            .Replace("ID", tool, StringComparison.Ordinal));
        call.Send("""{"event":{"toolResult":{"promptName":"p","contentName":"t","content":"{\"height\":2.4}"}}}""");
        call.Send("""{"event":{"contentEnd":{"promptName":"p","contentName":"t"}}}""");
        Assert.Contains("2.4", (await call.ReadToAsync("textOutput")).Last().Value.GetProperty("content").GetString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Talk_SecondOfSilenceAfterSound_EndsTheTurn()
    {
        await using BedrockServer server = await BedrockServer.StartAsync();
        await using SpeechCall call = await SpeechCall.OpenAsync(server);
        call.Begin();
        call.Send("""
            {"event":{"contentStart":{"promptName":"p","contentName":"a","type":"AUDIO","role":"USER","interactive":true,"audioInputConfiguration":{"sampleRateHertz":8000}}}}
            """);
        SendSound(call, seconds: 2, volume: 3_000);
        SendSound(call, seconds: 1, volume: 0);

        List<(string Name, JsonElement Value)> events = await call.ReadToAsync("completionEnd");

        (_, JsonElement heard) = events.First(e => e.Name == "textOutput");
        Assert.Equal("USER", heard.GetProperty("role").GetString());
        Assert.Equal("2.0 seconds of sound", heard.GetProperty("content").GetString());
        Assert.Equal(50, events.Last(e => e.Name == "usageEvent").Value.GetProperty("details").GetProperty("total").GetProperty("input")
            .GetProperty("speechTokens")
            .GetInt32());
    }

    [Theory]
    [InlineData("""{"event":{"promptStart":{"promptName":"p"}}}""", "'promptStart' came twice.")]
    [InlineData("""{"event":{"textInput":{"promptName":"p","contentName":"none","content":"a"}}}""",
        "textInput.contentName is that of no content that is open.")]
    [InlineData("""{"event":{"contentStart":{"promptName":"p","contentName":"system","type":"TEXT","role":"USER"}}}""",
        "contentStart.contentName was used before: each content has a name of its own.")]
    [InlineData("""{"event":{"contentStart":{"promptName":"other","contentName":"c","type":"TEXT","role":"USER"}}}""",
        "contentStart.promptName is not that of 'promptStart'.")]
    [InlineData("""{"event":{"contentStart":{"promptName":"p","contentName":"c","type":"TOOL","role":"TOOL","toolResultInputConfiguration":{"toolUseId":"x"}}}}""",
        "contentStart.toolResultInputConfiguration.toolUseId is that of no tool use that waits for a result.")]
    [InlineData("""{"event":{"shrug":{"promptName":"p"}}}""", "There is no input event 'shrug'.")]
    [InlineData("""{"event":{}}""", "An input is no JSON object with one member 'event' that holds one event.")]
    [InlineData("no JSON", "An input is no JSON object with one member 'event' that holds one event.")]
    public void Take_EventThatMayNotStandThere_IsAValidationException(string json, string message)
    {
        var session = new SpeechSession(1);
        session.Take("""{"event":{"sessionStart":{}}}"""u8.ToArray());
        session.Take("""{"event":{"promptStart":{"promptName":"p"}}}"""u8.ToArray());
        session.Take("""{"event":{"contentStart":{"promptName":"p","contentName":"system","type":"TEXT","role":"SYSTEM"}}}"""u8.ToArray());
        session.Take("""{"event":{"contentEnd":{"promptName":"p","contentName":"system"}}}"""u8.ToArray());

        ServiceFailure failure = Assert.Throws<ServiceFailure>(() => session.Take(Encoding.UTF8.GetBytes(json)));

        Assert.Equal(("ValidationException", message), (failure.Code, failure.Message));
    }

    [Fact]
    public async Task Talk_ApiKeyOtherModelOrHttp11_IsRefusedBeforeTheStream()
    {
        await using BedrockServer server = await BedrockServer.StartAsync();
        await using SpeechCall byKey = await SpeechCall.OpenAsync(server, byKey: true);
        await using SpeechCall other = await SpeechCall.OpenAsync(server, "amazon.nova-lite-v1:0");
        await using SpeechCall profile = await SpeechCall.OpenAsync(server, "us.amazon.nova-2-sonic-v1:0");
        await using SpeechCall old = await SpeechCall.OpenAsync(server, version: HttpVersion.Version11);

        Assert.Equal([403, 400, 400, 400], [byKey.StatusCode, other.StatusCode, profile.StatusCode, old.StatusCode]);
    }

    [SharedFact]
    public void TextToSign_Vector_IsTheSame()
    {
        JsonElement vector = Vectors()[1];
        string prior = CanonicalRequest.Hash(Encoding.UTF8.GetBytes(vector.GetProperty("prior_signature_is_sha256_hex_of_utf8").GetString()!));
        DateTimeOffset moment = DateTimeOffset.Parse(vector.GetProperty("timestamp").GetString()!, CultureInfo.InvariantCulture);

        (string text, _) = FrameSignatures.TextToSign(moment, "us-east-1", "testservice", prior, vector.GetProperty("inner_message_base64")
            .GetBytesFromBase64());

        Assert.Equal(vector.GetProperty("expected_string_to_sign").GetString(), text);
    }

    [SharedFact]
    public void FrameSignatures_Vector_FitsAndNoOtherPayloadDoes()
    {
        JsonElement vector = Vectors()[0];
        JsonElement credentials = vector.GetProperty("credentials");
        string region = vector.GetProperty("region").GetString()!;
        JsonElement[] events = [.. vector.GetProperty("events").EnumerateArray()];
        Assert.NotEmpty(events);
        foreach (bool spoilt in (bool[])[false, true])
        {
            var chain = new FrameSignatures(credentials.GetProperty("secret_access_key").GetString()!, new AuthorizationHeader
            {
                AccessKeyId = credentials.GetProperty("access_key_id").GetString()!, Date = "19810116", Region = region,
                    Service = vector.GetProperty("service").GetString()!,
                SignedHeaders = [], Signature = vector.GetProperty("request").GetProperty("expected_signature").GetString()!,
            });
            for (int i = 0; i < events.Length; i++)
            {
                byte[] payload = Encoding.UTF8.GetBytes(events[i].GetProperty("signed_payload_utf8").GetString()!
                    + (spoilt && i == events.Length - 1 ? "x" : string.Empty));
                byte[] date = new byte[8];
                BinaryPrimitives.WriteInt64BigEndian(date,
                    DateTimeOffset.Parse(events[i].GetProperty("timestamp").GetString()!, CultureInfo.InvariantCulture).ToUnixTimeMilliseconds());
                var frame = new ReceivedFrame(new Dictionary<string, byte[]>
                {
                    [":date"] = date, [":chunk-signature"] = Convert.FromHexString(events[i].GetProperty("expected_signature").GetString()!),
                }, default, payload);
                if (spoilt && i == events.Length - 1)
                {
                    Assert.Equal("InvalidSignatureException", Assert.Throws<ServiceFailure>(() => chain.Verify(frame)).Code);
                }
                else
                {
                    chain.Verify(frame);
                }
            }
        }
    }

    private static JsonElement Vectors() =>
        JsonElement.Parse(File.ReadAllBytes(SharedFolder.PathTo("vectors", "eventstream", "signing", "event-signing.json"))).GetProperty("cases");

    private static void SendSound(SpeechCall call, int seconds, short volume)
    {
        byte[] sound = new byte[seconds * 8_000 * 2];
        for (int i = 0; i < sound.Length; i += 2)
        {
            BinaryPrimitives.WriteInt16LittleEndian(sound.AsSpan(i), volume);
        }

        call.Send($$$$"""{"event":{"audioInput":{"promptName":"p","contentName":"a","content":"{{{{Convert.ToBase64String(sound)}}}}"}}}""");
    }
}
