using System.Globalization;
using Bedrock.Toolkit.AsyncInvoke;
using Bedrock.Toolkit.Converse;

namespace Bedrock.Toolkit.Testing.Simulation;

/// <summary>Reads the query of ListAsyncInvokes.</summary>
internal static class QueryText
{
    /// <exception cref="ServiceFailure">A value does not fit its parameter.</exception>
    public static ListAsyncInvokesRequest Parse(string query)
    {
        var request = new ListAsyncInvokesRequest();
        foreach (string pair in query.Split('&', StringSplitOptions.RemoveEmptyEntries))
        {
            string[] parts = pair.Split('=', 2);
            string value = parts.Length == 2 ? Uri.UnescapeDataString(parts[1]) : string.Empty;
            switch (Uri.UnescapeDataString(parts[0]))
            {
                case "submitTimeAfter":
                    request.SubmitTimeAfter = Time(value);
                    break;
                case "submitTimeBefore":
                    request.SubmitTimeBefore = Time(value);
                    break;
                case "statusEquals":
                    request.StatusEquals = value;
                    break;
                case "maxResults":
                    request.MaxResults = int.TryParse(value, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out int most) ? most
                        : throw Bad("maxResults");
                    break;
                case "nextToken":
                    request.NextToken = value;
                    break;
                case "sortBy":
                    request.SortBy = value;
                    break;
                case "sortOrder":
                    request.SortOrder = value;
                    break;
            }
        }

        return request;

        static DateTimeOffset Time(string value) =>
            DateTimeOffset.TryParse(value, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out DateTimeOffset time) ? time
                : throw Bad("the time");
    }

    private static ServiceFailure Bad(string what) => ServiceFailure.Validation($"The value of {what} in the query is invalid.");
}
