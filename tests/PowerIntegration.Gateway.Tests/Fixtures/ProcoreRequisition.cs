using System.Text.Json.Nodes;

namespace PowerIntegration.Gateway.Tests.Fixtures;

/// <summary>Builds a subcontractor invoice in Procore's wire shapes; each property may be bent before it is served.</summary>
internal sealed class ProcoreRequisition
{
    public const string ProjectId = "562949953500001";
    public const string Id = "562949953600001";
    public const string CommitmentId = "562949953510001";

    public JsonObject Header { get; } =
        Parse(
                """
                {"id":562949953600001,"project_id":562949953500001,"commitment_id":562949953510001,"number":2,"invoice_number":"PCC-25-1187",
                "status":"approved",
                 "requisition_start":"2025-10-01","requisition_end":"2025-10-31","billing_date":"2025-10-31","final":false,
                 "updated_at":"2025-11-04T15:00:00Z",
                 "currency_configuration":{"currency_iso_code":"USD"},
                 "summary":{"original_contract_sum":"250000.00","net_change_by_change_orders":"12000.00","contract_sum_to_date":"262000.00",
                 "total_completed_and_stored_to_date":"56000.00","total_retainage":"5600.00",
                   "less_previous_certificates_for_payment":"33525.00","current_payment_due":"16875.00","tax_applicable_to_this_payment":"0.00"},
                 "items":[
                  {"id":17918097,"item_type":"contract_item","line_item_id":177,"position":1,"description_of_work":"Rebar #5",
                   "wbs_code":{"id":182877777,"flat_code":"3300.03-200.MAT"},"scheduled_value":"62500.00",
                   "work_completed_from_previous_application":"37250.00","work_completed_this_period":"12500.0","materials_presently_stored":6250.00,
                   "total_completed_and_stored_to_date":"56000.00","total_completed_and_stored_to_date_from_previous":"37250.00",
                   "subcontractor_claimed_amount":"18750.00","status":"approved","ssr_manual_override":true},
                  {"id":17918098,"item_type":"contract_item","line_item_id":178,"position":2,"description_of_work":"Placing",
                   "wbs_code":{"id":182877778,"flat_code":"03-300.SUB"},"scheduled_value":"10000.00",
                   "work_completed_from_previous_application":"0.00","work_completed_this_period":"0.00","materials_presently_stored":"0.00",
                   "total_completed_and_stored_to_date":"0.00","total_completed_and_stored_to_date_from_previous":"0.00",
                   "subcontractor_claimed_amount":null,"status":"no_action","ssr_manual_override":null}]}
                """
            )
            .AsObject();

    public JsonArray Detail { get; } =
        Parse(
                """
                [{"id":17918098,"item_number":2,"item_type":"contract_item","work_completed_retainage_currently_retained":"0.00",
                "materials_stored_retainage_currently_retained":"0.00"},
                 {"id":17918097,"item_number":1,"item_type":"contract_item","work_completed_retainage_currently_retained":"4975.00",
                 "materials_stored_retainage_currently_retained":"625.00",
                  "work_completed_retainage_released_this_period":"310.25","materials_stored_retainage_released_this_period":"40.50"}]
                """
            )
            .AsArray();

    public JsonArray History { get; } =
        Parse(
                """
                [{"id":1,"column":"status","old_value":"draft","new_value":"under_review","action_by":"Sub Contact",
                "created_at":"2025-11-01T10:00:00Z"},
                 {"id":3,"column":"status","old_value":"under_review","new_value":"approved","action_by":"Dana Cole",
                 "created_at":"2025-11-04T15:00:00Z"},
                 {"id":2,"column":"billing_date","old_value":"2025-10-30","new_value":"2025-10-31","action_by":"Other Person",
                 "created_at":"2025-11-04T16:00:00Z"}]
                """
            )
            .AsArray();

    public JsonArray WbsCodes { get; } =
        Parse(
                """
                [{"id":182877777,"flat_code":"3300.03-200.MAT","segment_items":[
                   {"code":"3300","path_code":"3300","segment":{"type":"custom","name":"Oracle Task"}},
                   {"code":"A","path_code":"A","segment":{"type":"custom","name":"Phase"}},
                   {"code":"200","path_code":"03-200","segment":{"type":"cost_code","name":"Cost Code"}},
                   {"code":"MAT","path_code":"MAT","segment":{"type":"line_item_type","name":"Cost Type"}}]},
                 {"id":182877778,"flat_code":"03-300.SUB","segment_items":[
                   {"code":"300","path_code":"03-300","segment":{"type":"cost_code","name":"Cost Code"}},
                   {"code":"SUB","path_code":"SUB","segment":{"type":"line_item_type","name":"Cost Type"}}]}]
                """
            )
            .AsArray();

    public JsonObject Item(int index) => Header["items"]!.AsArray()[index]!.AsObject();

    /// <summary>Serves the three reads, the list of codes, and a commitment without other invoices.</summary>
    public void ServeOn(ScriptedWire wire)
    {
        wire.On("GET", $"/rest/v1.1/requisitions?project_id={ProjectId}&filters[commitment_id]={CommitmentId}&", "[]");
        wire.On("GET", $"/rest/v1.1/requisitions/{Id}?project_id={ProjectId}", _ => ScriptedWire.Json(Header.ToJsonString()));
        wire.On("GET", $"/rest/v1.0/requisitions/{Id}/detail?project_id={ProjectId}", _ => ScriptedWire.Json(Detail.ToJsonString()));
        wire.On("GET", $"/rest/v1.0/requisitions/{Id}/change_histories?project_id={ProjectId}", _ => ScriptedWire.Json(History.ToJsonString()));
        wire.On("GET", $"/rest/v1.0/projects/{ProjectId}/work_breakdown_structure/wbs_codes?page=1", _ => ScriptedWire.Json(WbsCodes.ToJsonString()));
    }

    private static JsonNode Parse(string json) => JsonNode.Parse(json)!;
}
