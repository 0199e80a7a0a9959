using System.Text.Json;

namespace Bedrock.Toolkit.Testing.Simulation;

internal sealed partial class SimulatedChatCompletions
{
    /// <summary>What the last turn of a conversation says.</summary>
    private sealed record ChatTurn(string Text, string? System, string? ToolResult, int Attachments)
    {
        public static ChatTurn Read(JsonElement body)
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

            string? system = null;
            var turn = new ChatTurn(string.Empty, null, null, 0);
            int index = 0;
            foreach (JsonElement message in messages.EnumerateArray())
            {
                string role = BodyChecks.RequiredText(message, "role");
                (string text, int attachments) = Content(message, index++);
                switch (role)
                {
                    case "system" or "developer":
                        system = ((system ?? string.Empty) + " " + text).Trim();
                        break;
                    case "user":
                        turn = new ChatTurn(text, null, null, attachments);
                        break;
                    case "tool":
                        BodyChecks.RequiredText(message, "tool_call_id");
                        turn = turn with { ToolResult = ((turn.ToolResult ?? string.Empty) + " " + text).Trim() };
                        break;
                    case "assistant":
                        turn = turn with { ToolResult = null };
                        break;
                    default:
                        throw ServiceFailure.Validation($"messages.{index - 1}.role: Input should be 'developer', 'system', 'user', 'assistant' or 'tool'");
                }
            }

            return turn with { System = system };
        }

        private static (string Text, int Attachments) Content(JsonElement message, int index)
        {
            if (!message.TryGetProperty("content", out JsonElement content) || content.ValueKind == JsonValueKind.Null)
            {
                return message.TryGetProperty("tool_calls", out _) || message.TryGetProperty("refusal", out _)
                    ? (string.Empty, 0)
                    : throw ServiceFailure.Validation($"messages.{index}.content: Field required");
            }

            if (content.ValueKind == JsonValueKind.String)
            {
                return (content.GetString()!, 0);
            }

            if (content.ValueKind != JsonValueKind.Array)
            {
                throw ServiceFailure.Validation($"messages.{index}.content: Input should be a text or a list of parts");
            }

            List<string> texts = [];
            int attachments = 0;
            foreach (JsonElement part in content.EnumerateArray())
            {
                if (BodyChecks.RequiredText(part, "type") == "text")
                {
                    texts.Add(BodyChecks.Required(part, "text").GetString()!);
                }
                else
                {
                    attachments++;
                }
            }

            return (string.Join(' ', texts), attachments);
        }
    }

    /// <summary>The tools of a request.</summary>
    private static class ChatTools
    {
        /// <summary>The tool to call; null to answer in words.</summary>
        public static (string Name, JsonElement Schema)? Choose(JsonElement body, string text)
        {
            if (!body.TryGetProperty("tools", out JsonElement tools) || tools.ValueKind != JsonValueKind.Array)
            {
                return null;
            }

            (string choice, string? wanted) = Choice(body);
            if (choice == "none")
            {
                return null;
            }

            List<(string Name, JsonElement Schema)> all = [.. tools.EnumerateArray().Select(Read)];
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

            return choice == "required" && all.Count > 0 ? all[0] : null;
        }

        private static (string Choice, string? Wanted) Choice(JsonElement body)
        {
            if (!body.TryGetProperty("tool_choice", out JsonElement choice))
            {
                return ("auto", null);
            }

            if (choice.ValueKind == JsonValueKind.String)
            {
                string mode = choice.GetString()!;
                return mode is "auto" or "none" or "required"
                    ? (mode, null)
                    : throw ServiceFailure.Validation("tool_choice: Input should be 'none', 'auto', 'required' or a function");
            }

            return ("function", BodyChecks.RequiredText(BodyChecks.Required(choice, "function"), "name"));
        }

        private static (string Name, JsonElement Schema) Read(JsonElement tool)
        {
            JsonElement function = BodyChecks.Required(tool, "function");
            return (BodyChecks.RequiredText(function, "name"), function.TryGetProperty("parameters", out JsonElement schema) ? schema : default);
        }
    }
}
