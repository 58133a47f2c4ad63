using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace PropertyDesk.Domain.Charges;

/// <summary>The JSON of workings: money as whole fen, months as yyyy-MM, kinds of things by name.</summary>
internal static class WorkingJson
{
    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web)
    {
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        NumberHandling = JsonNumberHandling.Strict,

        // A database may keep the members in another order.
        AllowOutOfOrderMetadataProperties = true,

        // Kept in a text column, and encoded again by whatever page shows it.
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        Converters = { new MoneyAsFen(), new MonthAsText(), new PlainDecimal(), new JsonStringEnumConverter() },
    };

    public static string Write(LineWorking working) => JsonSerializer.Serialize(working, Options);

    public static LineWorking Read(string json) =>
        JsonSerializer.Deserialize<LineWorking>(json, Options) ?? throw new JsonException("A working is never null.");

    private sealed class MoneyAsFen : JsonConverter<Money>
    {
        public override Money Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => new(reader.GetInt64());

        public override void Write(Utf8JsonWriter writer, Money value, JsonSerializerOptions options) => writer.WriteNumberValue(value.Fen);
    }

    /// <summary>Without trailing zeros: databases differ in how many they give back, and the text must not.</summary>
    private sealed class PlainDecimal : JsonConverter<decimal>
    {
        public override decimal Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => reader.GetDecimal();

        // Dividing by one with all its decimals leaves the value and drops the zeros at its end.
        public override void Write(Utf8JsonWriter writer, decimal value, JsonSerializerOptions options) =>
            writer.WriteNumberValue(value / 1.000000000000000000000000000000m);
    }

    private sealed class MonthAsText : JsonConverter<BillingMonth>
    {
        public override BillingMonth Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
            BillingMonth.TryParse(reader.GetString(), out var month) ? month : throw new JsonException("A month is yyyy-MM.");

        public override void Write(Utf8JsonWriter writer, BillingMonth value, JsonSerializerOptions options) =>
            writer.WriteStringValue(value.ToString());
    }
}
