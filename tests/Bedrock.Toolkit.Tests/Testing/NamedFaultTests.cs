using Bedrock.Toolkit.Testing;
using Bedrock.Toolkit.Tests.Support;

namespace Bedrock.Toolkit.Tests.Testing;

/// <summary>Every fault that has a name gives one of the library's exceptions, in memory and over HTTP, or is one that a client goes on after.</summary>
public sealed class NamedFaultTests : IAsyncLifetime, IDisposable
{
    private static readonly TimeSpan Bound = TimeSpan.FromSeconds(20);

    // Streams in which the fault changes nothing for the caller.
    private static readonly string[] Harmless = ["UnknownEvent()"];

    // Faults for which a whole answer has no place.
    private static readonly string[] OnlyInStreams =
    [
        "EndsEarly()", "CutInPrelude()", "CorruptFrame()", "CorruptPrelude()", "ImpossibleLength()", "OversizedFrame()", "UnknownHeaderType()",
        "MissingMessageType()", "BrokenChunk()", "UnknownEvent()",
    ];

    private readonly FakeBedrock _fake = new(o => o.LoggerFactory = TraceLog.Shared);
    private BedrockServer _server = null!;
    private BedrockClient _client = null!;

    // In a member that nobody knows it is kept as it came.
    private const string MayBeRead = "InvalidUtf8";

    public static TheoryData<string> Names => [.. BedrockFault.Names.Except(["Silence()"])];

    public async Task InitializeAsync()
    {
        _server = await BedrockServer.StartAsync();
        _client = new BedrockClient(new BedrockClientOptions
        {
            Credentials = _server.Credentials, Region = _server.Region, ServiceUrl = _server.Url, MaxAttempts = 1, LoggerFactory = TraceLog.Shared,
        });
    }

    public async Task DisposeAsync() => await _server.DisposeAsync();

    public void Dispose()
    {
        _client.Dispose();
        _fake.Dispose();
    }

    [Theory]
    [MemberData(nameof(Names))]
    public async Task Parse_EveryName_IsAFaultOfAWholeAnswer(string name)
    {
        BedrockFault fault = SetUp(name);
        if (name == MayBeRead)
        {
            await _fake.Client.InvokeAsync(TestModels.Text, TestModels.Prompt()).WaitAsync(Bound);
            return;
        }

        if (OnlyInStreams.Contains(name))
        {
            InvalidOperationException e = await Assert.ThrowsAsync<InvalidOperationException>(() => _fake.Client.InvokeAsync(TestModels.Text, TestModels.Prompt()));
            Assert.Contains($"BedrockFault.{name[..^2]} is for streams", e.Message, StringComparison.Ordinal);
            return;
        }

        Exception inMemory = await Assert.ThrowsAnyAsync<BedrockException>(() => _fake.Client.InvokeAsync(TestModels.Text, TestModels.Prompt()).WaitAsync(Bound));
        Exception overHttp = await Assert.ThrowsAnyAsync<BedrockException>(() => _client.InvokeAsync(TestModels.Text, TestModels.Prompt()).WaitAsync(Bound));
        Assert.Equal(inMemory.GetType(), overHttp.GetType());
        Assert.StartsWith(name.TrimEnd('(', ')'), fault.ToString(), StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Names))]
    public async Task Parse_EveryName_IsAFaultOfAStream_Streaming(string name)
    {
        SetUp(name);
        if (Harmless.Contains(name))
        {
            Assert.NotEmpty((await _fake.Client.StreamAsync(TestModels.Text, TestModels.Prompt()).ToResponseAsync()).Text);
            Assert.NotEmpty((await _client.StreamAsync(TestModels.Text, TestModels.Prompt()).ToResponseAsync()).Text);
            return;
        }

        Exception inMemory = await Assert.ThrowsAnyAsync<BedrockException>(() => ReadAsync(_fake.Client));
        Exception overHttp = await Assert.ThrowsAnyAsync<BedrockException>(() => ReadAsync(_client));
        Assert.Equal(inMemory.GetType(), overHttp.GetType());
    }

    [Theory]
    [InlineData("")]
    [InlineData("Nothing")]
    [InlineData("Throttling(2)")]
    [InlineData("TruncatedStream")]
    [InlineData("TruncatedStream(x)")]
    [InlineData("TruncatedStream(-1)")]
    public void Parse_NoSuchFault_ListsAll(string text)
    {
        FormatException e = Assert.Throws<FormatException>(() => BedrockFault.Parse(text));
        Assert.Contains("Throttling, ServiceUnavailable", e.Message, StringComparison.Ordinal);
    }

    private static Task ReadAsync(IBedrockClient client) => client.StreamAsync(TestModels.Text, TestModels.Prompt()).ToResponseAsync().WaitAsync(Bound);

    private BedrockFault SetUp(string name)
    {
        string number = name is "Status()" or "StatusWithoutBody()" or "Html()" ? "503" : "1";
        var fault = BedrockFault.Parse(name.Replace("()", $"({number})", StringComparison.Ordinal));
        _fake.When(TestModels.Text).Fault(fault).Stream(TestModels.Events("One", "Two", "Three")).Reply(new TestModels.TextResponse());
        _server.When(TestModels.Text).Fault(fault).Stream(TestModels.Events("One", "Two", "Three")).Reply(new TestModels.TextResponse());
        return fault;
    }
}
