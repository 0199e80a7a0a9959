using System.Text;
using System.Text.Json;
using Bedrock.Toolkit.Testing;
using Microsoft.Extensions.AI;
using Wire = Bedrock.Toolkit.Converse;

namespace Bedrock.Toolkit.Tests.ExtensionsAI;

/// <summary>Sends messages through the chat client to a fake, and shows what it sent.</summary>
internal static class ChatSent
{
    public const string Claude = "anthropic.claude-3-5-sonnet-20241022-v2:0";

    public static async Task<(JsonElement Body, ChatResponse Response)> SendAsync(
        IEnumerable<ChatMessage> messages,
        ChatOptions? options = null,
        string model = Claude,
        BedrockChatClientOptions? settings = null,
        Wire.ConverseResponse? answer = null)
    {
        using var fake = new FakeBedrock();
        if (answer is not null)
        {
            fake.WhenConverse(options?.ModelId ?? model).Reply(answer);
        }

        ChatResponse response = await fake.Client.AsIChatClient(model, settings).GetResponseAsync(messages, options);
        return (JsonElement.Parse(fake.Calls.Single().Body.Span), response);
    }

    /// <summary>The member of the body, as JSON.</summary>
    public static async Task<string> MemberAsync(string member, ChatOptions options, string model = Claude) =>
        (await SendAsync([new(ChatRole.User, "Hi")], options, model)).Body.TryGetProperty(member, out JsonElement value) ? value.GetRawText() : "absent";

    /// <summary>The blocks of the only message.</summary>
    public static async Task<string> BlocksAsync(params AIContent[] contents) =>
        (await SendAsync([new(ChatRole.User, contents)])).Body.GetProperty("messages")[0].GetProperty("content").GetRawText();

    public static async Task<IReadOnlyList<string>> WarningsAsync(ChatOptions options, string model = Claude) =>
        (await SendAsync([new(ChatRole.User, "Hi")], options, model)).Response.GetWarnings();

    public static string Base64(string text) => Convert.ToBase64String(Encoding.UTF8.GetBytes(text));

    public static byte[] Bytes(string text) => Encoding.UTF8.GetBytes(text);
}
