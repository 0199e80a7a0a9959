using System.Text.Json;

namespace Bedrock.Toolkit.Testing.Simulation;

internal sealed partial class SimulatedNova
{
    private static readonly string[] Blocks =
        ["text", "image", "video", "audio", "toolUse", "toolResult", "reasoningContent", "cachePoint", "guardContent", "json"];

    /// <summary>What the last turn of a conversation says.</summary>
    private sealed record NovaTurn(string Text, string? ToolResult, int Attachments)
    {
        public static NovaTurn Read(JsonElement body)
        {
            JsonElement messages = ArrayOf(body, "messages");
            NovaTurn? last = null;
            int index = 0;
            foreach (JsonElement message in messages.EnumerateArray())
            {
                string role = BodyChecks.RequiredText(message, "role");
                if (role is not ("user" or "assistant"))
                {
                    throw ServiceFailure.Malformed($"#/messages/{index}/role: {role} is not a valid enum value");
                }

                if (index == 0 && role == "assistant")
                {
                    throw ServiceFailure.Validation(
                        "A conversation must start with a user message. Try again with a conversation that starts with a user message.");
                }

                JsonElement content = ArrayOf(message, "content");
                CheckBlocks(content, $"/messages/{index}/content");
                last = role == "user" ? Read(content, index) : last;
                index++;
            }

            return last!;
        }

        public static string? System(JsonElement body)
        {
            if (!body.TryGetProperty("system", out JsonElement system))
            {
                return null;
            }

            if (system.ValueKind != JsonValueKind.Array)
            {
                throw BodyChecks.WrongType("system", "JSONArray", system);
            }

            CheckBlocks(system, "/system");
            return string.Join(' ', Texts(system));
        }

        private static NovaTurn Read(JsonElement content, int index)
        {
            string? result = null;
            int attachments = 0;
            foreach (JsonElement block in content.EnumerateArray())
            {
                if (block.TryGetProperty("text", out JsonElement text) && string.IsNullOrWhiteSpace(text.GetString()))
                {
                    throw ServiceFailure.Validation($"The text field in the content at messages.{index} is blank. Add text to the text field, and try again.");
                }

                if (block.TryGetProperty("toolResult", out JsonElement toolResult))
                {
                    BodyChecks.RequiredText(toolResult, "toolUseId");
                    result = ((result ?? string.Empty) + " " + ResultText(ArrayOf(toolResult, "content"))).Trim();
                }

                attachments += block.TryGetProperty("image", out _) || block.TryGetProperty("video", out _) || block.TryGetProperty("audio", out _) ? 1 : 0;
            }

            return new NovaTurn(string.Join(' ', Texts(content)), result, attachments);
        }

        private static string ResultText(JsonElement content) => string.Join(' ', content.EnumerateArray().Select(block =>
            block.TryGetProperty("text", out JsonElement text) ? text.GetString()
            : block.TryGetProperty("json", out JsonElement json) ? json.GetRawText()
            : string.Empty));

        private static IEnumerable<string> Texts(JsonElement blocks) =>
            blocks.EnumerateArray().Where(b => b.TryGetProperty("text", out _)).Select(b => b.GetProperty("text").GetString()!);

        private static void CheckBlocks(JsonElement blocks, string path)
        {
            foreach (JsonElement block in blocks.EnumerateArray())
            {
                if (block.TryGetProperty("document", out _))
                {
                    throw ServiceFailure.Validation("This model doesn't support documents in InvokeModel. Use Converse, and try again.");
                }

                BodyChecks.RefuseOthers(block, path, Blocks);
            }
        }

        private static JsonElement ArrayOf(JsonElement element, string name)
        {
            JsonElement value = BodyChecks.Required(element, name);
            if (value.ValueKind != JsonValueKind.Array)
            {
                throw BodyChecks.WrongType(name, "JSONArray", value);
            }

            return value.GetArrayLength() > 0 ? value : throw ServiceFailure.Malformed($"#/{name}: expected minimum item count: 1, found: 0");
        }
    }

    /// <summary>The tools of a request.</summary>
    private static class NovaTools
    {
        /// <summary>The tool to call; null to answer in words.</summary>
        public static (string Name, JsonElement Schema)? Choose(JsonElement body, string text)
        {
            if (BodyChecks.Object(body, "toolConfig") is not { } config)
            {
                return null;
            }

            BodyChecks.RefuseOthers(config, "/toolConfig", "tools", "toolChoice");
            List<(string Name, JsonElement Schema)> all = [.. BodyChecks.Required(config, "tools").EnumerateArray()
                .Where(tool => tool.TryGetProperty("toolSpec", out _))
                .Select(tool => tool.GetProperty("toolSpec"))
                .Select(spec => (BodyChecks.RequiredText(spec, "name"), BodyChecks.Required(BodyChecks.Required(spec, "inputSchema"), "json")))];
            JsonElement? choice = BodyChecks.Object(config, "toolChoice");
            string? wanted = choice is { } c && BodyChecks.Object(c, "tool") is { } tool ? BodyChecks.RequiredText(tool, "name") : null;
            foreach ((string Name, JsonElement Schema) candidate in all)
            {
                if (wanted is null ? SimulatedToolInput.IsNamed(text, candidate.Name) : candidate.Name == wanted)
                {
                    return candidate;
                }
            }

            if (wanted is not null)
            {
                throw ServiceFailure.Validation($"The toolChoice names the tool {wanted}, which toolConfig.tools does not have.");
            }

            return choice is { } any && any.TryGetProperty("any", out _) && all.Count > 0 ? all[0] : null;
        }
    }
}
