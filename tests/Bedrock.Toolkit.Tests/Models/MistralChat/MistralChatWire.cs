using System.Text;
using Bedrock.Toolkit.Models;
using Bedrock.Toolkit.Serialization;
using Bedrock.Toolkit.Tests.Conformance;

namespace Bedrock.Toolkit.Tests.Models.MistralChat;

/// <summary>The wire of the dialect: its own order of members, otherwise what <see cref="BedrockJson"/> writes.</summary>
internal static class MistralChatWire
{
    /// <summary>The request as a text: method, path, content type, blank line, body.</summary>
    public static string HttpText(Model<ChatCompletionRequest, ChatCompletionResponse> target, ChatCompletionRequest request)
    {
        target.CheckRequest!(request);
        using var buffer = new PooledBuffer();
        JsonBody.Write(buffer, request, target.RequestTypeInfo);
        string body = Encoding.UTF8.GetString(buffer.WrittenSpan);
        EqualJson.Check(BedrockJson.Serialize(request), body);
        return $"POST /model/{Uri.EscapeDataString(target.Id.Value)}/invoke\ncontent-type: application/json\n\n{body}";
    }
}
