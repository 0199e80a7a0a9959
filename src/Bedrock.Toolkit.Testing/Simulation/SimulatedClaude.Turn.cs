using System.Text.Json;

namespace Bedrock.Toolkit.Testing.Simulation;

internal sealed partial class SimulatedClaude
{
    /// <summary>What the last turn of a conversation says.</summary>
    private sealed record ClaudeTurn(string Text, string? ToolResult, int Attachments)
    {
        public static ClaudeTurn Read(JsonElement body)
        {
            JsonElement messages = BodyChecks.Required(body, "messages");
            if (messages.ValueKind != JsonValueKind.Array)
            {
                throw BodyChecks.WrongType("messages", "JSONArray", messages);
            }

            if (messages.GetArrayLength() == 0)
            {
                throw ServiceFailure.Validation("messages: at least one message is required");
            }

            int index = 0;
            ClaudeTurn? last = null;
            foreach (JsonElement message in messages.EnumerateArray())
            {
                last = ReadMessage(message, index++) ?? last;
            }

            return last ?? new ClaudeTurn(string.Empty, null, 0);
        }

        public static string? System(JsonElement body)
        {
            if (!body.TryGetProperty("system", out JsonElement system))
            {
                return null;
            }

            return system.ValueKind == JsonValueKind.String ? system.GetString() : string.Join(' ', Texts(system));
        }

        /// <summary>The turn of a user's message; null for other roles.</summary>
        private static ClaudeTurn? ReadMessage(JsonElement message, int index)
        {
            string role = BodyChecks.RequiredText(message, "role");
            if (role is not ("user" or "assistant" or "system"))
            {
                throw ServiceFailure.Validation($"messages.{index}.role: Input should be 'user' or 'assistant'");
            }

            JsonElement content = BodyChecks.Required(message, "content");
            if (content.ValueKind == JsonValueKind.String)
            {
                string text = BodyChecks.RequiredText(message, "content");
                return role == "user" ? new ClaudeTurn(text, null, 0) : null;
            }

            if (content.ValueKind != JsonValueKind.Array || content.GetArrayLength() == 0)
            {
                throw ServiceFailure.Validation($"messages.{index}.content: Input should be a text or a list of at least one block");
            }

            return role == "user" ? ReadBlocks(content) : null;
        }

        private static ClaudeTurn ReadBlocks(JsonElement content)
        {
            string? result = null;
            int attachments = 0;
            foreach (JsonElement block in content.EnumerateArray())
            {
                switch (BodyChecks.RequiredText(block, "type"))
                {
                    case "tool_result":
                        result = ((result ?? string.Empty) + " " + ResultText(block)).Trim();
                        break;
                    case "image" or "document":
                        attachments++;
                        break;
                }
            }

            return new ClaudeTurn(string.Join(' ', Texts(content)), result, attachments);
        }

        private static string ResultText(JsonElement block)
        {
            if (!block.TryGetProperty("content", out JsonElement content))
            {
                return string.Empty;
            }

            return content.ValueKind == JsonValueKind.String ? content.GetString()! : string.Join(' ', Texts(content));
        }

        private static IEnumerable<string> Texts(JsonElement blocks) => blocks.EnumerateArray()
            .Where(b => b.TryGetProperty("text", out JsonElement text) && text.ValueKind == JsonValueKind.String)
            .Select(b => b.GetProperty("text").GetString()!);
    }

    /// <summary>The tools of a request.</summary>
    private static class ClaudeTools
    {
        /// <summary>The tool to call; null to answer in words.</summary>
        public static (string Name, JsonElement Schema)? Choose(JsonElement body, string text)
        {
            if (!body.TryGetProperty("tools", out JsonElement tools) || tools.ValueKind != JsonValueKind.Array)
            {
                return null;
            }

            string choice = "auto";
            string? wanted = null;
            if (BodyChecks.Object(body, "tool_choice") is { } toolChoice)
            {
                choice = BodyChecks.RequiredText(toolChoice, "type");
                wanted = choice == "tool" ? BodyChecks.RequiredText(toolChoice, "name") : null;
            }

            if (choice == "none")
            {
                return null;
            }

            List<(string Name, JsonElement Schema)> all =
                [.. tools.EnumerateArray()
                    .Select(t => (BodyChecks.RequiredText(t, "name"), t.TryGetProperty("input_schema", out JsonElement schema) ? schema : default))];
            foreach ((string Name, JsonElement Schema) tool in all)
            {
                if (wanted is null ? SimulatedToolInput.IsNamed(text, tool.Name) : tool.Name == wanted)
                {
                    return tool;
                }
            }

            if (wanted is not null)
            {
                throw ServiceFailure.Validation($"Tool '{wanted}' not found in provided tools");
            }

            return choice == "any" && all.Count > 0 ? all[0] : null;
        }
    }
}
