using System.Text.Json;
using Amazon.KeyManagementService.Model;
using Anthropic.Models.Messages;
using BenchmarkDotNet.Attributes;
using Bedrock.Toolkit.Benchmarks.Serialization;
using Bedrock.Toolkit.Models;
using OpenAI.Chat;

namespace Bedrock.Toolkit.Benchmarks.Calls;

/// <summary>A whole call of Claude on the loopback address: about a kilobyte there and back, 32 in flight, request built anew each time.</summary>
public class UnaryCallBenchmarks : CallBenchmarks
{
    private static readonly string Prompt = SampleText.OfLength(900);

    /// <summary>What one would write by hand: HttpClient, the signer of AWSSDK.Core, own records and source generation.</summary>
    [Benchmark(Baseline = true, OperationsPerInvoke = Calls)]
    public Task Invoke_ByHand() => RunAsync(ByHandAsync);

    /// <summary>The library.</summary>
    [Benchmark(OperationsPerInvoke = Calls)]
    public Task Invoke_Toolkit() => RunAsync(ToolkitAsync);

    /// <summary>Anthropic's own client for Bedrock.</summary>
    [Benchmark(OperationsPerInvoke = Calls)]
    public Task Invoke_AnthropicBedrock() => RunAsync(AnthropicAsync);

    /// <summary>A client of the AWS SDK for .NET: Encrypt of its key service, which has bodies of the same size and the same pipeline.</summary>
    [Benchmark(OperationsPerInvoke = Calls)]
    public Task Invoke_AwsSdkKms() => RunAsync(KmsAsync);

    /// <summary>OpenAI's own client with its own service, which wants no signature: a request and an answer of the same texts.</summary>
    [Benchmark(OperationsPerInvoke = Calls)]
    public Task Complete_OpenAI() => RunAsync(OpenAIAsync);

    /// <inheritdoc/>
    protected override async Task CheckAsync()
    {
        string text = await ByHandAsync().ConfigureAwait(false);
        Require(text.Length == 750, "The variant by hand reads another text.");
        Require(await ToolkitAsync().ConfigureAwait(false) == text, "The library reads another text.");
        Require(await AnthropicAsync().ConfigureAwait(false) == text, "Anthropic's client reads another text.");
        Require(await OpenAIAsync().ConfigureAwait(false) == text, "OpenAI's client reads another text.");
        Require(await KmsAsync().ConfigureAwait(false) == 690, "The key service answers something else.");
    }

    private async Task<string> ByHandAsync()
    {
        byte[] body = JsonSerializer.SerializeToUtf8Bytes(
            new OwnClaudeRequest("bedrock-2023-05-31", 300, [new OwnClaudeMessage("user", [new OwnClaudeBlock("text", Prompt)])], null),
            OwnClaudeJsonContext.Default.OwnClaudeRequest);
        using HttpRequestMessage request = Signer.Create(ClaudeId, "invoke", body);
        using HttpResponseMessage response = await Http.SendAsync(request).ConfigureAwait(false);
        response.EnsureSuccessStatusCode();
        byte[] json = await response.Content.ReadAsByteArrayAsync().ConfigureAwait(false);
        return JsonSerializer.Deserialize(json, OwnAnswerJsonContext.Default.OwnClaudeResponse)!.Content[0].Text;
    }

    private async Task<string?> ToolkitAsync()
    {
        var request = new ClaudeRequest { MaxTokens = 300, Messages = [ClaudeMessage.User(Prompt)] };
        return (await Toolkit.InvokeAsync(ClaudeModels.Sonnet45, request).ConfigureAwait(false)).Text;
    }

    private async Task<string?> AnthropicAsync()
    {
        Message message = await AnthropicClient.Messages.Create(new MessageCreateParams
        {
            Model = ClaudeId,
            MaxTokens = 300,
            Messages = [new UserMessageParam(Prompt)],
        }).ConfigureAwait(false);
        return message.Content[0].TryPickText(out TextBlock? text) ? text.Text : null;
    }

    private async Task<string> OpenAIAsync()
    {
        ChatCompletion completion = await OpenAIClient.CompleteChatAsync(
            [new UserChatMessage(Prompt)], new ChatCompletionOptions { MaxOutputTokenCount = 300 }).ConfigureAwait(false);
        return completion.Content[0].Text;
    }

    private async Task<long> KmsAsync()
    {
        using var plain = new MemoryStream(new byte[690], writable: false);
        EncryptResponse response = await Kms.EncryptAsync(new EncryptRequest { KeyId = "alias/benchmark", Plaintext = plain }).ConfigureAwait(false);
        return response.CiphertextBlob.Length;
    }
}
