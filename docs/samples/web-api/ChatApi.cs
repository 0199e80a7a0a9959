using Bedrock.Toolkit;
using Bedrock.Toolkit.Converse;
using Bedrock.Toolkit.Costs;
using Bedrock.Toolkit.Testing;
using Microsoft.Extensions.FileProviders;

namespace WebApi;

public static class ChatApi
{
    private const int MaxPrompt = 20_000;
    private const int MaxTurns = 40;

    private const string Instructions = "You are a friendly harbour guide who also knows C#. Be brief, and write Markdown: headings, lists, tables and "
        + "code where they help. Ask the tool for tides, never guess them.";

    // Other hosts are never asked, whatever a model writes: the browser itself holds the page to that.
    private const string ContentPolicy = "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; img-src 'self' data:; "
        + "form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

    // Dated figures that nobody checked against AWS's list: put your own here.
    private static readonly PriceTable Prices = PriceTable.Sample;

    private static readonly OfferedModel[] Models =
    [
        new("us.amazon.nova-lite-v1:0", "Nova Lite", "Amazon"),
        new("us.amazon.nova-pro-v1:0", "Nova Pro", "Amazon"),
        new("us.anthropic.claude-haiku-4-5-20251001-v1:0", "Claude Haiku 4.5", "Anthropic"),
        new("us.anthropic.claude-sonnet-4-5-20250929-v1:0", "Claude Sonnet 4.5", "Anthropic"),
        new("us.meta.llama4-maverick-17b-instruct-v1:0", "Llama 4 Maverick", "Meta"),
        new("openai.gpt-oss-120b-1:0", "gpt-oss-120b", "OpenAI"),
    ];

    public static WebApplication Build(WebApplicationBuilder builder, BedrockServer? server)
    {
        builder.Services.ConfigureHttpJsonOptions(json => json.SerializerOptions.TypeInfoResolverChain.Insert(0, ChatJsonContext.Default));
        IBedrockBuilder bedrock = builder.Services.AddBedrock(builder.Configuration.GetSection("Bedrock"));
        OfferedModel[] models = Models;
        if (server is not null)
        {
            bedrock.UseServer(server);
            SimulatedHarbour.SetUp(server, Models);
            models = [.. Models, .. SimulatedHarbour.FaultyModels];
        }

        WebApplication app = builder.Build();
        app.Use((context, next) =>
        {
            context.Response.Headers.ContentSecurityPolicy = ContentPolicy;
            context.Response.Headers.XContentTypeOptions = "nosniff";
            return next(context);
        });
        app.UseFileServer(new FileServerOptions { FileProvider = new EmbeddedFileProvider(typeof(ChatApi).Assembly, "wwwroot") });
        app.MapGet("/models", () => TypedResults.Ok(new ChatOffer(models, server is not null, "sample prices of\u00a023\u00a0September\u00a02026")));
        app.MapPost("/chat", (ChatQuestion question, IBedrockClient client, HttpResponse response, CancellationToken cancellationToken) =>
            AnswerAsync(question, models, client, response, cancellationToken));
        return app;
    }

    // The token is cancelled when the browser goes away or stops: closing the stream then stops the model, and its cost.
    private static async Task<IResult> AnswerAsync(
        ChatQuestion question, OfferedModel[] models, IBedrockClient bedrock, HttpResponse response, CancellationToken cancellationToken)
    {
        string model = question.Model ?? models[0].Id;
        if (string.IsNullOrWhiteSpace(question.Prompt) || question.Prompt.Length > MaxPrompt)
        {
            return Results.Problem($"prompt must not be blank, and has at most {MaxPrompt} characters.", statusCode: 400);
        }

        if (!models.Any(offered => offered.Id == model))
        {
            return Results.Problem("model must be one of those that /models names.", statusCode: 400);
        }

        var answer = new ChatAnswer(bedrock, model, Conversation(question), TideTool.Create(TimeProvider.System), Prices, cancellationToken);
        response.RegisterForDisposeAsync(answer);
        try
        {
            await answer.OpenAsync(cancellationToken);
        }
        catch (BedrockException e)
        {
            return ChatErrors.Before(e, response);
        }

        return TypedResults.ServerSentEvents(answer.ReadAsync(cancellationToken));
    }

    private static ConverseRequest Conversation(ChatQuestion question)
    {
        ConversationBuilder conversation = new ConversationBuilder().System(Instructions).MaxTokens(1500);
        foreach (ChatTurn turn in (question.History ?? []).TakeLast(MaxTurns).SkipWhile(turn => turn.Role != "user"))
        {
            if (!string.IsNullOrWhiteSpace(turn.Text))
            {
                conversation = turn.Role == "user" ? conversation.User(turn.Text) : conversation.Assistant(turn.Text);
            }
        }

        return conversation.User(question.Prompt!).Build();
    }
}
