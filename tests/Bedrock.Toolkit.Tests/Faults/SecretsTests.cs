using Amazon.Runtime;
using Bedrock.Toolkit.Testing;
using Bedrock.Toolkit.Tests.Support;
using Bedrock.Toolkit.Tests.Testing;
using Microsoft.Extensions.Logging;

namespace Bedrock.Toolkit.Tests.Faults;

/// <summary>No prompt, answer, body or credential in any log line at any level: neither of the faults here, nor of all tests that ran before.</summary>
[Collection(SecretsCollection.Name)]
public class SecretsTests
{
    [Fact]
    public async Task Log_OfEveryFaultAndOfTheWholeSuite_HoldsNoSecret()
    {
        await RunFaultsAsync();

        Assert.Empty(TraceLog.Shared.Leaks);
        foreach (int eventId in Enumerable.Range(1, 7).Append(9)) Assert.True(TraceLog.Shared.Lines.ContainsKey(eventId),
            $"Log message {eventId} was never written.");
    }

    [Fact]
    public void TraceLog_LineWithASecret_IsFound()
    {
        foreach (string secret in TraceLog.Secrets)
        {
            using var log = new TraceLog();
            var exception = new InvalidOperationException(secret);
            string line = "a line with " + secret.ToUpperInvariant();
            var values = new Dictionary<string, object?> { ["Value"] = secret };
            log.Log(LogLevel.Trace, 1, line, null, static (s, _) => s);
            log.Log(LogLevel.Trace, 1, "clean", exception, static (s, _) => s);
            log.Log(LogLevel.Trace, 1, values, null, static (_, _) => "clean");
            log.Log(LogLevel.Trace, 1, "clean", null, static (s, _) => s);
            Assert.Equal(3, log.Leaks.Count);
        }
    }

    [Fact]
    public void ToString_OfWhatHoldsSecrets_ShowsNone()
    {
        object[] holders =
        [
            new BedrockClientOptions { ApiKey = "the-key", ServiceUrl = new Uri("https://user:url-secret@host.example/?query-secret") },
            new BedrockClientOptions { Credentials = new BasicAWSCredentials(TestClient.AccessKey, TestClient.SecretKey) },
            new Bedrock.Toolkit.Transport.Caller(null, "the-key", 0),
            new Bedrock.Toolkit.Errors.CallSecrets("AKID", TestClient.SecretKey, TestClient.Token, "the-key"),
            new Bedrock.Toolkit.Models.ClaudeRequest { MaxTokens = 1, Messages = [Bedrock.Toolkit.Models.ClaudeMessage.User(Echo.Prompt)] },
            new Bedrock.Toolkit.Models.TitanTextRequest { InputText = Echo.Prompt },
            new InvokeOptions { RequestMetadata = { ["a"] = "secret-metadata" } },
            BedrockRawRequest.InvokeModel(Echo.Id, System.Text.Encoding.UTF8.GetBytes(Echo.Prompt)),
        ];

        Assert.All(holders, holder =>
            Assert.DoesNotContain(TraceLog.Secrets, secret => holder.ToString()!.Contains(secret, StringComparison.OrdinalIgnoreCase)));
    }

    [Fact]
    public void Serialize_Options_ShowsNoSecret()
    {
        var options = new BedrockClientOptions
        {
            ApiKey = "the-key",
            Credentials = new BasicAWSCredentials(TestClient.AccessKey, TestClient.SecretKey),
            Proxy = new System.Net.WebProxy("http://user:url-secret@proxy.example"),
            RequestMetadata = { ["a"] = "secret-metadata" },
        };

        string json = System.Text.Json.JsonSerializer.Serialize(options)
            + System.Text.Json.JsonSerializer.Serialize(
            new InvokeOptions { RequestMetadata = { ["a"] = "secret-metadata" }, Headers = { ["x-own"] = "the-key" } });

        Assert.Contains("MaxAttempts", json, StringComparison.Ordinal);
        Assert.DoesNotContain(TraceLog.Secrets, secret => json.Contains(secret, StringComparison.OrdinalIgnoreCase));
        Assert.All(
            (string[])[nameof(options.ApiKey), nameof(options.Credentials), nameof(options.Proxy), nameof(options.RequestMetadata)],
            name => Assert.True(typeof(BedrockClientOptions).GetProperty(name)!.IsDefined(typeof(System.Diagnostics.DebuggerBrowsableAttribute), false)));
    }

    [Theory]
    [InlineData("The request signature we calculated does not match. The Canonical String for this request should have been 'POST\n/model\nx-amz-security-token:TOKEN\n'")]
    [InlineData("Your token TOKEN and your key id KEYID are refused")]
    [InlineData("no such key: ESCAPED")]
    public async Task Message_ServerQuotesTheRequest_ShowsNothingOfTheCaller(string wording)
    {
        const string Token = "IQoJb3JpZ2luX2VjE/+token==";
        string said = wording.Replace("TOKEN", Token, StringComparison.Ordinal).Replace("KEYID", "AKIDQUOTED", StringComparison.Ordinal)
            .Replace("ESCAPED", Uri.EscapeDataString(Token), StringComparison.Ordinal).Replace("\n", "\\n", StringComparison.Ordinal);
        using var handler = new ScriptedHandler(
            _ => Answers.Error(403, "SignatureDoesNotMatch", said), _ =>
                Answers.Stream(Frames.Exception("validationException", $$"""{"message":"{{said}}"}""")), _ =>
                Answers.Of(System.Net.HttpStatusCode.OK, [1], $"text/{Uri.EscapeDataString(Token).Replace("%", "", StringComparison.Ordinal)}"));
        using BedrockClient client = TestClient.Over(handler, o => o.Credentials = new SessionAWSCredentials("AKIDQUOTED", TestClient.SecretKey, Token));

        BedrockAuthenticationException e = await Assert.ThrowsAsync<BedrockAuthenticationException>(() => client.InvokeAsync(Echo.Model, Echo.Request()));
        BedrockValidationException inStream =
            await Assert.ThrowsAsync<BedrockValidationException>(() => client.StreamAsync(Echo.Streaming, Echo.Request()).ToResponseAsync());

        foreach (string text in (string[])[e.ToString(), inStream.ToString()])
        {
            Assert.DoesNotContain(Token, text, StringComparison.Ordinal);
            Assert.DoesNotContain(Uri.EscapeDataString(Token), text, StringComparison.Ordinal);
            Assert.DoesNotContain("AKIDQUOTED", text, StringComparison.Ordinal);
            Assert.DoesNotContain("security-token", text, StringComparison.Ordinal);
        }
    }

    /// <summary>Every fault that the testing package has, with and without streaming, in memory and over HTTP, with temporary credentials and a wrong
    /// clock.</summary>
    private static async Task RunFaultsAsync()
    {
        BedrockFault[] faults =
        [
            BedrockFault.Status(500), BedrockFault.Status(429, "ThrottlingException"), BedrockFault.Status(400, "ValidationException", Echo.Prompt),
                BedrockFault.Status(403, "ExpiredTokenException"),
            BedrockFault.Html(502), BedrockFault.Html(200), BedrockFault.EmptyBody, BedrockFault.Redirect, BedrockFault.WrongContentType,
                BedrockFault.MalformedJson,
            BedrockFault.TruncatedStream(2), BedrockFault.CorruptFrame(1), BedrockFault.ExceptionFrame(0, "throttlingException", Echo.Prompt),
            BedrockFault.ExceptionFrame(2, "modelStreamErrorException", Echo.Prompt), BedrockFault.ErrorFrame(1, "New", Echo.Prompt),
                BedrockFault.ConnectionReset(1),
        ];
        await using BedrockServer server = await BedrockServer.StartAsync();
        using var overHttp = new BedrockClient(new BedrockClientOptions
        {
            Credentials = server.Credentials, Region = server.Region, ServiceUrl = server.Url, LoggerFactory = TraceLog.Shared,
                TimeProvider = new InstantBackOff(DateTimeOffset.UtcNow.AddMinutes(-10)),
        });
        using var fake = new FakeBedrock(o =>
        {
            o.LoggerFactory = TraceLog.Shared;
            o.MaxAttempts = 3;
            o.TimeProvider = new InstantBackOff();
        });
        foreach (BedrockFault fault in faults)
        {
            for (int i = 0; i < 6; i++)
            {
                server.When(TestModels.Text).Fault(fault);
                fake.When(TestModels.Text).Fault(fault);
            }

            foreach (IBedrockClient client in (IBedrockClient[])[overHttp, fake.Client])
            {
                await CheckAsync(() => client.InvokeAsync(TestModels.Text, TestModels.Prompt()));
                await CheckAsync(() => client.StreamAsync(TestModels.Text, TestModels.Prompt()).ToResponseAsync());
            }
        }

        // An empty bucket, too.
        using var handler = new FloodHandler(() => Answers.Error(503, null));
        using BedrockClient storm = TestClient.Over(handler);
        for (int i = 0; i < 30; i++) await CheckAsync(() => storm.InvokeAsync(Echo.Model, Echo.Request()));
    }

    private static async Task CheckAsync(Func<Task> call)
    {
        Exception? e = await Record.ExceptionAsync(call);
        if (e is not null and not BedrockServiceException)
        {
            // A server's own message may quote the prompt; nothing else may.
            Assert.DoesNotContain(TraceLog.Secrets, secret => e.ToString().Contains(secret, StringComparison.OrdinalIgnoreCase));
        }
    }
}
