using System.Text.Json;
using Bedrock.Toolkit.AsyncInvoke;

namespace Bedrock.Toolkit.Tests;

/// <summary>The query of a call.</summary>
public sealed class QueryTextTests
{
    [Fact]
    public void ToQuery_OfEveryKindOfMember_IsEncoded()
    {
        var request = new ListAsyncInvokesRequest
        {
            AdditionalProperties = new Dictionary<string, JsonElement> { ["new one"] = JsonElement.Parse("7"), ["gone"] = JsonElement.Parse("null") },
        };

        string? query = new QueryText("Request")
            .Add("text", "a b&c")
            .Add("number", 3)
            .Add("flag", true)
            .Add("off", false)
            .Add("time", new DateTimeOffset(2026, 1, 2, 3, 4, 5, TimeSpan.Zero))
            .Add("order", (SortOrder?)SortOrder.Ascending)
            .Add("keys", (IList<string>)["x", "y"])
            .Add("orders", (IList<SortOrder>)[SortOrder.Ascending, "Odd"])
            .Add("none", (string?)null)
            .AddOthers(request)
            .ToQuery();

        Assert.Equal(
            "text=a%20b%26c&number=3&flag=true&off=false&time=2026-01-02T03%3A04%3A05Z&order=Ascending&keys=x&keys=y&orders=Ascending&orders=Odd&new%20one=7",
            query);
    }

    [Fact]
    public void ToQuery_OfNothing_IsNull() => Assert.Null(new QueryText("Request").Add("a", (int?)null).Add("b", (IList<string>?)null).ToQuery());

    [Fact]
    public void Add_ListOfAValueWithoutText_NamesMemberAndRule()
    {
        var request = new { Orders = (IList<SortOrder>)[default] };

        ArgumentException error = Assert.Throws<ArgumentException>(() => new QueryText("ListRequest").Add("orders", request.Orders));

        Assert.StartsWith("ListRequest.Orders is a value without text", error.Message, StringComparison.Ordinal);
    }
}
